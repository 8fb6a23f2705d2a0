// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// How long ago the last backup was, in whole days, and whether that is long.
export const kLongDays = 14;

export interface BackupDay {
  days: number;
  isLong: boolean;
}
// last: UTC, as the server says it.  A clock that was put back is no reason to count backwards.
export function backupDay(last: string, now: number): BackupDay {
  const days = Math.max(0, Math.floor((now - Date.parse(last)) / 86_400_000));
  return { days, isLong: days >= kLongDays };
}
