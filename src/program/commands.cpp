// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// The list of all commands.

#include "program/commands.h"

#include "cli/document.h"

namespace commonground {

using namespace cli;

std::span<const Command> Commands() {
  static constexpr Command kCommands[] = {
      {"new", "make a study folder to start from", "  commonground new my-study --title \"What works\"", AddNew},
      {"import", "read a study folder into a study file",
       "  commonground import my-study\n  commonground import my-study -o elsewhere.cg", AddImport},
      {"export", "write a study out as a study folder",
       "  commonground export my-study.cg -o copy\n  commonground export my-study.cg -o copy --raw", AddExport},
      {"status", "what of the frame is filled, what is missing and why, what to do next",
       "  commonground status my-study", AddStatus},
      {"work", "what waits for you, what ends soon, how far everybody is",
       "  commonground work study.cg --as ada\n  commonground work study.cg --json", AddWork},
      {"verify", "who is led by its community, under any number of definitions",
       "  commonground verify my-study --definition nswp-2013 --definition unaids-clo\n"
       "  commonground verify my-study --on 2014-06-30 --json\n"
       "  commonground verify my-study --organisation lamp --counts 'body=governance as_of=2026 members=9 "
       "sex_workers=5'",
       AddVerify},
      {"context", "the law on paper and in practice, by country, on a day; its facts one at a time",
       "  commonground context my-study --country CAN --on 2014-12-06\n"
       "  commonground context list study.cg country=CAN",
       AddContext},
      {"compare", "which practices are common ground, and how sure that is",
       "  commonground compare my-study --by legal_model\n  commonground compare my-study --kind barrier --json",
       AddCompare},
      {"figure", "one figure of the report by itself, as a picture or as numbers",
       "  commonground figure my-study practices -o practices.svg\n"
       "  commonground figure my-study barriers --by legal_model --language fr -o barriers.csv",
       AddFigure},
      {"agreement", "how far coders agree, on what they differ, and where",
       "  commonground agreement study.cg --unit sentence\n"
       "  commonground agreement study.cg --code BAR.3 --measure alpha --measure u-alpha-2016\n"
       "  commonground agreement study.cg --after-adjudication --html agreement.html",
       AddAgreement},
      {"search", "find passages by their words, in the texts that may be read",
       "  commonground search my-study police\n"
       "  commonground search my-study '\"drop-in centre\" NOT police' --region africa --code INT.3",
       AddSearch},
      {"code", "the codebook, codings and their history, by several people",
       "  commonground code tree study.cg\n"
       "  commonground code apply study.cg lamp/case-study.docx INT.3 --quote 'a drop-in centre' --as coder-a\n"
       "  commonground code undo study.cg --as coder-a",
       AddCode},
      {"assign", "who is to code what, blind until they hand it in",
       "  commonground assign study.cg --document lamp/case-study.docx --coder coder-a --coder coder-b --as lead\n"
       "  commonground assign study.cg --submit lamp/case-study.docx --as coder-a",
       AddAssign},
      {"suggest", "passages that may have a code, trained on those that have; people accept or reject",
       "  commonground suggest study.cg INT.3\n"
       "  commonground suggest study.cg INT.3 --as ana --accept 1,3 --reject 2,4-10",
       AddSuggest},
      {"screen", "which documents belong to the study, with the reasons of those left out",
       "  commonground screen study.cg\n"
       "  commonground screen study.cg lamp/leaflet.md --exclude 'no programme described' --as ana\n"
       "  commonground screen study.cg --flow",
       AddScreen},
      {"organisation", "organisations, one at a time",
       "  commonground organisation list study.cg region=africa --sort name\n"
       "  commonground organisation set study.cg lamp name='The Lamp' --as lead",
       AddOrganisation},
      {"statement", "what is said of an organisation, a country or the study, with its source",
       "  commonground statement add study.cg subject=lamp property=founded value=2012 source=report-2026 --as lead",
       AddStatement},
      {"leadership", "counts of who leads an organisation",
       "  commonground leadership add study.cg organisation=lamp as_of=2026 body=governance members=9 sex_workers=5 "
       "\\\n"
       "    basis=self-declared --as lead",
       AddLeadership},
      {"consent", "who agreed to what; giving it, pausing it, and withdrawing it for good",
       "  commonground consent show study.cg lamp\n"
       "  commonground consent give study.cg lamp analyse quote --evidence 'form 12' --as lead\n"
       "  commonground consent withdraw study.cg lamp\n"
       "  commonground consent withdraw study.cg lamp/case-study.docx quote --yes",
       AddConsent},
      {"partner", "partners of organisations",
       "  commonground partner add study.cg partner=clinic name='A clinic' sector=SEC.1 --as lead", AddPartner},
      {"partnership", "ties between organisations and their partners (also: tie)",
       "  commonground partnership add study.cg organisation=lamp partner=clinic kind='joint service' --as lead",
       AddPartnership},
      {"finding", "findings, with the cases for and against them",
       "  commonground finding set study.cg f-1 confidence=moderate --as lead", AddFinding},
      {"source", "what statements and facts rest on",
       "  commonground source add study.cg id=report-2026 title='Report of 2026' --as lead", AddSource},
      {"slot", "slots of the frame, filled or not",
       "  commonground slot set study.cg africa-1 organisation=lamp --as lead", AddSlot},
      {"document", "the texts, or one as a whole; take one file in as a new text, or as the next version of one",
       "  commonground document list study.cg --as ada\n"
       "  commonground document show study.cg lamp/interview.docx --as ada\n"
       "  commonground document add study.cg interview.docx --organisation lamp --as lead\n"
       "  commonground document add study.cg leaflet.pdf --organisation lamp --consent analyse,quote=written \\\n"
       "    --evidence 'form 12' --as lead\n"
       "  commonground document replace study.cg lamp/interview.docx interview-2.docx --as lead",
       AddDocument},
      {"settings", "what a study says of itself: title, language, frame, definitions, thresholds",
       "  commonground settings show study.cg\n"
       "  commonground settings set study.cg title='What works' reference_date=2026-12-01 --as lead",
       AddSettings},
      {"region", "regions of the frame, and how many places each has",
       "  commonground region add study.cg region=africa label=Africa quota=4 --as lead", AddRegion},
      {"indicator", "what facts of countries are about, besides those that are built in",
       "  commonground indicator add study.cg id=law_loitering label='Loitering' side=law values='none; fined' --as "
       "lead",
       AddIndicator},
      {"outcome", "what changed: before and after, with the grade of the evidence",
       "  commonground outcome add study.cg organisation=lamp measure='Tested in a year' before=120 after=340 \\\n"
       "    unit=people evidence_type=programme source=report-2026 --as lead",
       AddOutcome},
      {"answer", "which practice answers which barrier",
       "  commonground answer add study.cg practice=INT.3 barrier=BAR.2 organisation=lamp --as lead", AddAnswer},
      {"target", "targets that others set, with their source", "  commonground target list study.cg", AddTarget},
      {"chapter", "chapters of the report, in Markdown",
       "  commonground chapter set study.cg summary text=\"$(cat summary.md)\" --as lead", AddChapter},
      {"definition", "published tests of being led by the community: criteria with bodies and shares",
       "  commonground definition add study.cg definition=unaids-clo --as lead\n"
       "  commonground definition add study.cg definition=ours label='Ours' criteria='governance >= 50/100' --as lead",
       AddDefinition},
      {"invented-country", "countries of an invented example",
       "  commonground invented-country add study.cg code=XAA name='Nordland' --as lead", AddInventedCountry},
      {"legal-rule", "which legal model follows from which facts of a country; the first that matches decides",
       "  commonground legal-rule list study.cg\n"
       "  commonground legal-rule add study.cg when='law_selling=criminalised' model=criminalised place=1 --as lead",
       AddLegalRule},
      {"translation", "passages in another language, beside the original",
       "  commonground translation add study.cg document=lamp/interview.md exact='We opened at night.' language=fr \\\n"
       "    text='Nous ouvrions la nuit.' translator='a volunteer' --as lead",
       AddTranslation},
      {"set", "groups of codes and documents, as other coding programs have them",
       "  commonground set add study.cg name='Read first' documents='lamp/interview.md' --as lead", AddSet},
      {"edition", "what an edition of the report says of itself: what is new, what was corrected",
       "  commonground edition set study.cg 2 corrections='Four regions, not five' --as lead\n"
       "  commonground edition published study.cg",
       AddEdition},
      {"originals", "the files that documents were taken from, as far as they are kept",
       "  commonground originals study.cg\n"
       "  commonground originals study.cg --get lamp/case-study.pdf -o case-study.pdf",
       AddOriginals},
      {"copy", "copy a study from a file to a database, or back",
       "  commonground copy study.cg 'postgresql:///network#asia-2027'\n"
       "  commonground copy 'postgresql:///network#asia-2027' study.cg",
       AddCopy},
      {"encrypt", "make a study file that only its passphrase opens; give it another passphrase",
       "  commonground encrypt study.cg\n  commonground encrypt study.cg --change", AddEncrypt},
      {"decrypt", "make an encrypted study file one that anybody can read", "  commonground decrypt study.cg",
       AddDecrypt},
      {"backup", "sealed backups: make, check, give back, thin out",
       "  commonground backup create study.cg -o backups/monday.cgbackup\n"
       "  commonground backup verify backups/monday.cgbackup\n"
       "  commonground backup restore backups/monday.cgbackup -o restored.cg --withdrawals study.cg.withdrawals\n"
       "  commonground backup prune backups --days 7 --weeks 4 --months 12 --yes",
       AddBackup},
      {"exchange", "exchange projects, codebooks and codings with other coding programs",
       "  commonground exchange export my-study -o my-study.qdpx\n"
       "  commonground exchange export my-study -o for-nvivo.qdpx --profile nvivo\n"
       "  commonground exchange import project.qdpx --into study.cg --preview",
       AddExchange},
      {"reindex", "rebuild the search index of a study file", "  commonground reindex my-study.cg", AddReindex},
      {"serve", "open the study to a browser, for several people with roles",
       "  commonground serve study.cg\n"
       "  commonground serve 'postgresql:///network#asia-2027' --listen 0.0.0.0:8443 --allow-host study.example.org "
       "\\\n"
       "    --tls-certificate fullchain.pem --tls-key key.pem",
       AddServe},
      {"people", "who can sign in to the server of a study",
       "  commonground people list study.cg\n  commonground people invite study.cg coder-a researcher", AddPeople},
      {"audit", "the log of what people did through the server", "  commonground audit verify study.cg", AddAudit},
      {"report", "write the report: a site that needs no server, PDF, Word, e-book, open data",
       "  commonground report my-study -o report\n  commonground report my-study -o rapport --format all --lang fr,en",
       AddReport},
  };
  return kCommands;
}

}  // namespace commonground
