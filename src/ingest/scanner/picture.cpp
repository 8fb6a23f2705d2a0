// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// A picture is opened to its points and written from them: what stands beside the points (EXIF, XMP, comments,
// profiles, a small preview) has no way into the new file.
#include "ingest/scanner/picture.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "ingest/sandbox/frame.h"

namespace commonground::ingest::parser {

namespace {

constexpr double kMaxPixels = 40e6;
constexpr const char* kDamaged = "the image is damaged. Fix: open it and save it again as PNG";
constexpr int kJpegQuality = 90;   // letters stay sharp; about the size that cameras choose
constexpr int kSmallestShare = 8;  // of width and height: below it nothing can be read

core::Status Bad(std::string_view message) {
  return core::Fail(core::ErrorCode::kInvalidInput, std::string(message));
}

bool IsTiff(std::string_view bytes) {
  return bytes.starts_with("II") || bytes.starts_with("MM");
}

// Before it is opened: a header may ask for any amount of memory.
core::Status CheckSize(std::string_view bytes, int page) {
  const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
  l_int32 format = 0;
  l_int32 width = 0;
  l_int32 height = 0;
  l_int32 bits = 0;
  l_int32 samples = 0;
  l_int32 colours = 0;
  const bool known =
      IsTiff(bytes) ? readHeaderMemTiff(data, bytes.size(), page, &width, &height, &bits, &samples, nullptr, &colours,
                                        nullptr) == 0
                    : pixReadHeaderMem(data, bytes.size(), &format, &width, &height, &bits, &samples, &colours) == 0;
  if (!known || width < 1 || height < 1) return Bad(kDamaged);
  if (static_cast<double>(width) * height > kMaxPixels) {
    return Bad(
        fmt::format("the image has {} x {} pixels; at most 40 million are read. Fix: save it smaller", width, height));
  }
  return {};
}

// Pages one after another, in memory.  A file without a name: TIFF goes back to what it wrote.
class TiffFile {
 public:
  TiffFile() : file_(fdopen(memfd_create("tiff", MFD_CLOEXEC), "w+")) {}
  TiffFile(const TiffFile&) = delete;
  TiffFile& operator=(const TiffFile&) = delete;
  ~TiffFile() {
    if (file_ != nullptr) fclose(file_);
  }
  bool Append(Pix* picture) {
    const char* mode = std::exchange(empty_, false) ? "w" : "a";
    const int packing = pixGetDepth(picture) == 1 ? IFF_TIFF_G4 : IFF_TIFF_ZIP;
    return file_ != nullptr && pixWriteStreamTiffWA(file_, picture, packing, mode) == 0;
  }
  std::string Bytes() {
    std::string bytes;
    rewind(file_);
    std::array<char, 1 << 16> buffer{};
    for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), file_)) > 0;)
      bytes.append(buffer.data(), count);
    return bytes;
  }

 private:
  FILE* file_;
  bool empty_ = true;
};

std::string JpegOrPng(Pix* picture, bool jpeg) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  const bool written =
      (jpeg ? pixWriteMemJpeg(&data, &size, picture, kJpegQuality, 0) : pixWriteMemPng(&data, &size, picture, 0)) == 0;
  std::string bytes;
  if (written) bytes.assign(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return bytes;
}

// At a share of its width and height, in the format it has.  Empty: there is not enough memory for that.
core::Result<std::string> Encoded(std::string_view bytes, int orientation, int share) {
  TiffFile tiff;
  std::string encoded;
  bool whole = true;
  CG_RETURN_IF_ERROR(VisitPictures(bytes, {}, [&](Picture picture, int) -> core::Status {
    const float size = 1.0F / static_cast<float>(share);
    if (share > 1) picture.reset(pixScale(picture.get(), size, size));
    if (picture) picture = Turned(std::move(picture), orientation);
    if (!picture) {
      whole = false;
      return {};
    }
    pixSetText(picture.get(), nullptr);  // a comment, which would be written again
    if (IsTiff(bytes)) {
      whole = tiff.Append(picture.get()) && whole;
    } else {
      encoded = JpegOrPng(picture.get(), bytes.starts_with("\xff\xd8"));
    }
    return {};
  }));
  if (!whole) return std::string();
  return IsTiff(bytes) ? tiff.Bytes() : encoded;
}

}  // namespace

core::Result<int> CountPictures(std::string_view bytes) {
  if (!IsTiff(bytes)) return 1;
  FILE* file = fmemopen(const_cast<char*>(bytes.data()), bytes.size(), "r");  // only read
  l_int32 count = 0;
  const bool known = file != nullptr && tiffGetCount(file, &count) == 0 && count >= 1;
  if (file != nullptr) fclose(file);
  if (!known) return core::Fail(core::ErrorCode::kInvalidInput, kDamaged);
  if (count > kMaxPictures) {
    return core::Fail(core::ErrorCode::kInvalidInput,
                      fmt::format("the file has {} images; at most {} are read. Fix: split it", count, kMaxPictures));
  }
  return count;
}

core::Status VisitPictures(std::string_view bytes, const PageRange& pages,
                           const std::function<core::Status(Picture, int)>& visit) {
  const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
  CG_ASSIGN_OR_RETURN(const int count, CountPictures(bytes));
  const int last = pages.last == 0 ? count : std::min(pages.last, count);
  for (int number = std::max(pages.first, 1); number <= last; ++number) {
    CG_RETURN_IF_ERROR(CheckSize(bytes, number - 1));
    Picture picture(IsTiff(bytes) ? pixReadMemTiff(data, bytes.size(), number - 1) : pixReadMem(data, bytes.size()));
    if (!picture) return Bad(kDamaged);
    if (pixGetDepth(picture.get()) == 32 && pixGetSpp(picture.get()) == 4) {
      picture.reset(pixRemoveAlpha(picture.get()));  // on white, as it is shown
      if (!picture) return Bad("the image needs more memory than a document may. Fix: save it smaller");
    }
    CG_RETURN_IF_ERROR(visit(std::move(picture), number));
  }
  return {};
}

Picture Turned(Picture picture, int orientation) {
  // EXIF 2.32, tag 0x0112: a mirror first (2, 4, 5, 7), then quarters of a turn, clockwise.
  constexpr std::array kQuarters{0, 0, 2, 2, 3, 1, 1, 3};
  if (orientation < 2 || orientation > 8) return picture;
  const bool mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
  if (mirrored && pixFlipLR(picture.get(), picture.get()) == nullptr) return nullptr;
  const int quarters = kQuarters[static_cast<std::size_t>(orientation - 1)];
  if (quarters == 0) return picture;
  return Picture(pixRotateOrth(picture.get(), quarters));
}

core::Result<Parsed> ReencodePicture(std::string_view bytes, const ParseOptions&) {
  setMsgSeverity(L_SEVERITY_NONE);
  signal(SIGXFSZ, SIG_IGN);  // too large a file is an answer, not the end
  const int orientation = FactsOf(bytes).orientation;
  for (int share = 1; share <= kSmallestShare; share *= 2) {
    CG_ASSIGN_OR_RETURN(std::string encoded, Encoded(bytes, orientation, share));
    if (encoded.empty() || encoded.size() > kMaxPictureBytes) continue;
    Parsed parsed;
    parsed.picture = std::move(encoded);
    if (share > 1) {
      parsed.notices.push_back(fmt::format(
          "The image was too large to be kept as it is: it is kept at 1/{} of its width and height.", share));
    }
    return parsed;
  }
  return core::Fail(core::ErrorCode::kInvalidInput, "the image is too large to be kept. Fix: save it smaller");
}

}  // namespace commonground::ingest::parser
