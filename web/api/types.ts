// SPDX-FileCopyrightText: The Common Ground developers
// SPDX-License-Identifier: AGPL-3.0-or-later

// What the routes of /api/v1 take and give.  Written from their table: do not edit (UPDATE_GOLDEN=1 server_test).

// POST /api/v1/session/link: What a link of setup or invitation is for
export type LookAtLinkInput = {
  token: string;
};
export type LookAtLinkOutput = {
  name?: string;
  role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
  organisation?: string;
  expires: string;
};

// POST /api/v1/session/join: Make your account by a link, and sign in
export type JoinInput = {
  token: string;
  name?: string;
  passphrase: string;
};
export type JoinOutput = {
  person: string;
  role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
  organisation?: string;
  awaits_second_key: boolean;
  csrf: string;
  queue_key?: string;
  idle_seconds: number;
  preferences: {
    setting: string;
    value: string;
  }[];
};

// POST /api/v1/session: Sign in
export type SignInInput = {
  name: string;
  passphrase: string;
  code?: string;
};
export type SignInOutput = {
  person: string;
  role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
  organisation?: string;
  awaits_second_key: boolean;
  csrf: string;
  queue_key?: string;
  idle_seconds: number;
  preferences: {
    setting: string;
    value: string;
  }[];
};

// GET /api/v1/session: Who you are here
export type ShowSessionInput = Record<string, never>;
export type ShowSessionOutput = {
  person: string;
  role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
  organisation?: string;
  awaits_second_key: boolean;
  csrf: string;
  queue_key?: string;
  idle_seconds: number;
  preferences: {
    setting: string;
    value: string;
  }[];
};

// DELETE /api/v1/session: Sign out, and clear what the browser keeps of us
export type SignOutInput = Record<string, never>;
export type SignOutOutput = Record<string, never>;

// POST /api/v1/session/fresh: Give the passphrase again, for what asks for it
export type RefreshSessionInput = {
  passphrase: string;
  code?: string;
};
export type RefreshSessionOutput = Record<string, never>;

// PUT /api/v1/session/preferences: What you have set for the pages, in place of all that was set before
export type SetPreferencesInput = {
  preferences: {
    setting: string;
    value: string;
  }[];
};
export type SetPreferencesOutput = Record<string, never>;

// POST /api/v1/session/second-key: A second key to put into the app on your phone
export type OfferSecondKeyInput = Record<string, never>;
export type OfferSecondKeyOutput = {
  key: string;
  address: string;
  picture_size: number;
  picture_path: string;
};

// PUT /api/v1/session/second-key: Show that the second key works; from now on it is asked for
export type ConfirmSecondKeyInput = {
  code: string;
};
export type ConfirmSecondKeyOutput = {
  session: {
    person: string;
    role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
    organisation?: string;
    awaits_second_key: boolean;
    csrf: string;
    queue_key?: string;
    idle_seconds: number;
    preferences: {
      setting: string;
      value: string;
    }[];
  };
  recovery_codes: string[];
};

// GET /api/v1/sessions: Where you are signed in
export type ListSessionsInput = Record<string, never>;
export type ListSessionsOutput = {
  sessions: {
    session: string;
    began: string;
    used: string;
    is_this: boolean;
  }[];
};

// DELETE /api/v1/sessions/{session}: End one of your sessions
export type EndSessionAddress = {
  session: string;
};
export type EndSessionInput = Record<string, never>;
export type EndSessionOutput = Record<string, never>;

// GET /api/v1/people: People of the study, and invitations that wait
export type ListPeopleInput = Record<string, never>;
export type ListPeopleOutput = {
  people: {
    person: string;
    role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
    organisation?: string;
    has_second_key: boolean;
    ended: boolean;
    since: string;
  }[];
  invitations: {
    person: string;
    role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
    organisation?: string;
    expires: string;
  }[];
};

// PUT /api/v1/people/{person}/invitation: A link, good once and for a week; an older one for this name ends
export type InviteAddress = {
  person: string;
};
export type InviteInput = {
  role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
  organisation?: string;
};
export type InviteOutput = {
  token: string;
  path: string;
  invitation: {
    person: string;
    role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
    organisation?: string;
    expires: string;
  };
};

// PUT /api/v1/people/{person}/role: Another role; their sessions end
export type ChangeRoleAddress = {
  person: string;
};
export type ChangeRoleInput = {
  role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
  organisation?: string;
};
export type ChangeRoleOutput = Record<string, never>;

// DELETE /api/v1/people/{person}: Their sessions end at once; their codings stay, under the name
export type RemovePersonAddress = {
  person: string;
};
export type RemovePersonInput = Record<string, never>;
export type RemovePersonOutput = Record<string, never>;

// GET /api/v1/audit: The log: who did what kind of thing, when, to which id
export type ShowAuditAddress = {
  most?: number;
  before?: number;
};
export type ShowAuditInput = Record<string, never>;
export type ShowAuditOutput = {
  lines: {
    number: number;
    at: string;
    person: string;
    action: string;
    subject: string;
  }[];
};

// GET /api/v1/status: What of the frame is filled, what is missing and why, what to do next
export type ShowStatusInput = Record<string, never>;
export type ShowStatusOutput = {
  title: string;
  summary: string;
  regions: {
    region: string;
    label: string;
    quota: number;
    filled: number;
    missing: number;
  }[];
  slots: {
    slot: string;
    region: string;
    country?: string;
    organisation?: string;
    state: string;
  }[];
  next_steps: string[];
};

// GET /api/v1/work: What waits for you, what ends soon, and how far everybody is
export type ShowWorkInput = Record<string, never>;
export type ShowWorkOutput = {
  steps: {
    kind: 'code-document' | 'do-to-do' | 'adjudicate' | 'find-organisation' | 'add-document' | 'ask-consent' | 'verify' | 'wait-for-embargo' | 'list-places' | 'renew-consent' | 'count-again';
    subject?: string;
    count: number;
    last_day?: string;
  }[];
  progress: {
    coder: string;
    open: number;
    submitted: number;
  }[];
};

// GET /api/v1/history: What was done to the study, as you may see it
export type ShowHistoryAddress = {
  person?: string;
  after?: number;
  most?: number;
};
export type ShowHistoryInput = Record<string, never>;
export type ShowHistoryOutput = {
  acts: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    undoes: number;
    things: number;
  }[];
};

// POST /api/v1/undo: Take back what you did last
export type UndoInput = Record<string, never>;
export type UndoOutput = {
  act: number;
  at: string;
  person: string;
  action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
  undoes: number;
  things: number;
};

// POST /api/v1/redo: Do again what you took back last
export type RedoInput = Record<string, never>;
export type RedoOutput = {
  act: number;
  at: string;
  person: string;
  action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
  undoes: number;
  things: number;
};

// GET /api/v1/codebook: The codes, depth first, with counts of the codings that you may see
export type ShowCodebookInput = Record<string, never>;
export type ShowCodebookOutput = {
  codes: {
    code: string;
    parent?: string;
    kind: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
    label: string;
    definition: string;
    include: string;
    exclude: string;
    colour: string;
    depth: number;
    retired: boolean;
    merged_into?: string;
    own: number;
    with_below: number;
    memos: number;
    version: string;
  }[];
};

// POST /api/v1/codebook: A new code, behind the last one below its parent
export type AddCodeInput = {
  code?: string;
  parent?: string;
  label?: string;
  definition?: string;
  include?: string;
  exclude?: string;
  colour?: string;
  kind?: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
};
export type AddCodeOutput = {
  code: string;
  parent?: string;
  kind: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
  label: string;
  definition: string;
  include: string;
  exclude: string;
  colour: string;
  depth: number;
  retired: boolean;
  merged_into?: string;
  own: number;
  with_below: number;
  memos: number;
  version: string;
};

// PATCH /api/v1/codebook/{code}: Other words for it; what is not given stays
export type EditCodeAddress = {
  code: string;
};
export type EditCodeInput = {
  label?: string;
  definition?: string;
  include?: string;
  exclude?: string;
  colour?: string;
  kind?: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
};
export type EditCodeOutput = {
  code: string;
  parent?: string;
  kind: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
  label: string;
  definition: string;
  include: string;
  exclude: string;
  colour: string;
  depth: number;
  retired: boolean;
  merged_into?: string;
  own: number;
  with_below: number;
  memos: number;
  version: string;
};

// POST /api/v1/codebook/{code}/move: To another place in the tree, with the codes below it
export type MoveCodeAddress = {
  code: string;
};
export type MoveCodeInput = {
  parent?: string;
  before?: string;
};
export type MoveCodeOutput = {
  code: string;
  parent?: string;
  kind: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
  label: string;
  definition: string;
  include: string;
  exclude: string;
  colour: string;
  depth: number;
  retired: boolean;
  merged_into?: string;
  own: number;
  with_below: number;
  memos: number;
  version: string;
};

// POST /api/v1/codebook/{code}/merge: It says the same as another: its codings become that one's, it is retired
export type MergeCodeAddress = {
  code: string;
};
export type MergeCodeInput = {
  into: string;
};
export type MergeCodeOutput = {
  act: number;
  code: string;
  moved: number;
};

// POST /api/v1/codebook/{code}/split: Some of its codings become those of a new code beside it
export type SplitCodeAddress = {
  code: string;
};
export type SplitCodeInput = {
  label?: string;
  definition?: string;
  include?: string;
  exclude?: string;
  colour?: string;
  kind?: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
  codings: {
    document: string;
    coding: string;
  }[];
};
export type SplitCodeOutput = {
  act: number;
  code: string;
  moved: number;
};

// POST /api/v1/codebook/{code}/retire: Not offered any more; what was coded with it stays
export type RetireCodeAddress = {
  code: string;
};
export type RetireCodeInput = Record<string, never>;
export type RetireCodeOutput = {
  code: string;
  parent?: string;
  kind: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
  label: string;
  definition: string;
  include: string;
  exclude: string;
  colour: string;
  depth: number;
  retired: boolean;
  merged_into?: string;
  own: number;
  with_below: number;
  memos: number;
  version: string;
};

// POST /api/v1/codebook/{code}/restore: Offered again
export type RestoreCodeAddress = {
  code: string;
};
export type RestoreCodeInput = Record<string, never>;
export type RestoreCodeOutput = {
  code: string;
  parent?: string;
  kind: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
  label: string;
  definition: string;
  include: string;
  exclude: string;
  colour: string;
  depth: number;
  retired: boolean;
  merged_into?: string;
  own: number;
  with_below: number;
  memos: number;
  version: string;
};

// GET /api/v1/documents: Texts that you may read
export type ListDocumentsAddress = {
  organisation?: string;
};
export type ListDocumentsInput = Record<string, never>;
export type ListDocumentsOutput = {
  documents: {
    document: string;
    organisation: string;
    title: string;
    language: string;
    direction: string;
    kind: 'summary' | 'account';
    date?: string;
    sources: string[];
    version: number;
    assignment?: 'open' | 'submitted';
    is_blind: boolean;
  }[];
};

// GET /api/v1/texts: Texts that you may read, with what each was taken from, how surely it was read, and how far work on it is
export type ListTextsInput = Record<string, never>;
export type ListTextsOutput = {
  texts: {
    document: string;
    organisation: string;
    title: string;
    language: string;
    direction: string;
    version: number;
    from?: 'markdown' | 'plain-text' | 'web-page' | 'word' | 'opendocument' | 'rich-text' | 'e-book' | 'pdf' | 'scan' | 'photograph' | 'picture';
    pages: number;
    confidence?: number;
    least_sure?: number;
    region?: string;
    country?: string;
    state?: 'nobody-yet' | 'blind' | 'one' | 'to-decide' | 'done';
    to_decide: number;
    coders: {
      coder: string;
      assignment?: 'open' | 'submitted';
      codings?: number;
    }[];
  }[];
  locked: number;
};

// GET /api/v1/documents/{document}: One text as a whole, with what you see of the work on it: one moment's
export type ReadDocumentAddress = {
  document: string;
};
export type ReadDocumentInput = Record<string, never>;
export type ReadDocumentOutput = {
  about: {
    document: string;
    organisation: string;
    title: string;
    language: string;
    direction: string;
    kind: 'summary' | 'account';
    date?: string;
    sources: string[];
    version: number;
    assignment?: 'open' | 'submitted';
    is_blind: boolean;
  };
  text: string;
  parts: {
    kind: 'heading' | 'paragraph' | 'list item' | 'table cell' | 'quotation' | 'footnote' | 'caption' | 'code';
    level: number;
    range: {
      start: number;
      end: number;
    };
    page: number;
    confidence?: number;
  }[];
  codings: {
    coding: string;
    document: string;
    code: string;
    coder: string;
    start: number;
    end: number;
    exact: string;
    status: 'draft' | 'submitted' | 'accepted' | 'rejected';
    memo: string;
    at?: string;
    version: string;
  }[];
  decided: {
    adjudication: string;
    code: string;
    range: {
      start: number;
      end: number;
    };
    stands: boolean;
    why: string;
    decided_by: string;
    at?: string;
  }[];
  memos: {
    memo: string;
    kind: 'note' | 'method' | 'theory' | 'to do';
    about: 'study' | 'case' | 'document' | 'code' | 'coding';
    subject: string;
    document?: string;
    person: string;
    at?: string;
    text: string;
    version: string;
  }[];
  versions: number[];
  has_page_pictures: boolean;
};

// GET /api/v1/codings: Codings that you may see, in the order of the texts
export type ListCodingsAddress = {
  document?: string[];
  code?: string[];
  coder?: string[];
  from?: number;
  most?: number;
};
export type ListCodingsInput = Record<string, never>;
export type ListCodingsOutput = {
  codings: {
    coding: string;
    document: string;
    code: string;
    coder: string;
    start: number;
    end: number;
    exact: string;
    status: 'draft' | 'submitted' | 'accepted' | 'rejected';
    memo: string;
    at?: string;
    version: string;
  }[];
  total: number;
};

// GET /api/v1/documents/{document}/versions/{version}: An older text of it
export type ReadOlderVersionAddress = {
  document: string;
  version: number;
};
export type ReadOlderVersionInput = Record<string, never>;
export type ReadOlderVersionOutput = {
  document: string;
  version: number;
  text: string;
};

// GET /api/v1/documents/{document}/versions/{version}/beside/{other}: Two versions of it beside each other, paragraph by paragraph
export type CompareVersionsAddress = {
  document: string;
  version: number;
  other: number;
};
export type CompareVersionsInput = Record<string, never>;
export type CompareVersionsOutput = {
  document: string;
  title: string;
  language: string;
  direction: string;
  versions: number[];
  same: number;
  changed: number;
  gone: number;
  added: number;
  rows: {
    what: 'same' | 'changed' | 'gone' | 'new';
    was_paragraph?: number;
    is_paragraph?: number;
    was: {
      words: string;
      only_here: boolean;
    }[];
    is: {
      words: string;
      only_here: boolean;
    }[];
  }[];
};

// GET /api/v1/documents/{document}/codings/{coding}: One coding
export type ShowCodingAddress = {
  document: string;
  coding: string;
};
export type ShowCodingInput = Record<string, never>;
export type ShowCodingOutput = {
  coding: string;
  document: string;
  code: string;
  coder: string;
  start: number;
  end: number;
  exact: string;
  status: 'draft' | 'submitted' | 'accepted' | 'rejected';
  memo: string;
  at?: string;
  version: string;
};

// PUT /api/v1/documents/{document}/codings/{coding}: A code to words of a text, under an id that you make (a random UUID); said twice, it is done once
export type ApplyCodeAddress = {
  document: string;
  coding: string;
};
export type ApplyCodeInput = {
  code?: string;
  in_vivo?: boolean;
  parent?: string;
  start?: number;
  end?: number;
  quote?: string;
  memo?: string;
};
export type ApplyCodeOutput = {
  coding: string;
  document: string;
  code: string;
  coder: string;
  start: number;
  end: number;
  exact: string;
  status: 'draft' | 'submitted' | 'accepted' | 'rejected';
  memo: string;
  at?: string;
  version: string;
};

// PATCH /api/v1/documents/{document}/codings/{coding}: Another state, or another note on it
export type EditCodingAddress = {
  document: string;
  coding: string;
};
export type EditCodingInput = {
  status?: 'draft' | 'submitted' | 'accepted' | 'rejected';
  memo?: string;
};
export type EditCodingOutput = {
  coding: string;
  document: string;
  code: string;
  coder: string;
  start: number;
  end: number;
  exact: string;
  status: 'draft' | 'submitted' | 'accepted' | 'rejected';
  memo: string;
  at?: string;
  version: string;
};

// DELETE /api/v1/documents/{document}/codings/{coding}: Take out a coding of your own
export type RemoveCodingAddress = {
  document: string;
  coding: string;
};
export type RemoveCodingInput = Record<string, never>;
export type RemoveCodingOutput = {
  act: number;
  kept: string[];
};

// GET /api/v1/memos: Notes that you may see
export type ListMemosAddress = {
  kind?: 'note' | 'method' | 'theory' | 'to do';
  about?: 'study' | 'case' | 'document' | 'code' | 'coding';
  subject?: string;
  from?: number;
  most?: number;
};
export type ListMemosInput = Record<string, never>;
export type ListMemosOutput = {
  memos: {
    memo: string;
    kind: 'note' | 'method' | 'theory' | 'to do';
    about: 'study' | 'case' | 'document' | 'code' | 'coding';
    subject: string;
    document?: string;
    person: string;
    at?: string;
    text: string;
    version: string;
  }[];
  total: number;
};

// PUT /api/v1/memos/{memo}: A note, under an id that you make (a random UUID); said twice, it is done once
export type AddMemoAddress = {
  memo: string;
};
export type AddMemoInput = {
  kind?: 'note' | 'method' | 'theory' | 'to do';
  about: 'study' | 'case' | 'document' | 'code' | 'coding';
  subject?: string;
  document?: string;
  text: string;
};
export type AddMemoOutput = {
  memo: string;
  kind: 'note' | 'method' | 'theory' | 'to do';
  about: 'study' | 'case' | 'document' | 'code' | 'coding';
  subject: string;
  document?: string;
  person: string;
  at?: string;
  text: string;
  version: string;
};

// PATCH /api/v1/memos/{memo}: Other words in a note of your own
export type RewriteMemoAddress = {
  memo: string;
};
export type RewriteMemoInput = {
  text: string;
};
export type RewriteMemoOutput = {
  memo: string;
  kind: 'note' | 'method' | 'theory' | 'to do';
  about: 'study' | 'case' | 'document' | 'code' | 'coding';
  subject: string;
  document?: string;
  person: string;
  at?: string;
  text: string;
  version: string;
};

// DELETE /api/v1/memos/{memo}: Take out a note of your own
export type RemoveMemoAddress = {
  memo: string;
};
export type RemoveMemoInput = Record<string, never>;
export type RemoveMemoOutput = {
  act: number;
};

// GET /api/v1/assignments: Who codes what
export type ListAssignmentsAddress = {
  coder?: string;
  document?: string;
};
export type ListAssignmentsInput = Record<string, never>;
export type ListAssignmentsOutput = {
  assignments: {
    document: string;
    title: string;
    coder: string;
    state: 'open' | 'submitted';
    given?: string;
    submitted?: string;
    codings?: number;
  }[];
};

// POST /api/v1/assignments: Texts to coders, each blind to the others; who has one already keeps it
export type AssignInput = {
  documents: string[];
  coders: string[];
};
export type AssignOutput = {
  act: number;
  changed: number;
};

// DELETE /api/v1/documents/{document}/assignments/{coder}: Not theirs to code any more; what they coded stays
export type UnassignAddress = {
  document: string;
  coder: string;
};
export type UnassignInput = Record<string, never>;
export type UnassignOutput = {
  act: number;
  changed: number;
};

// POST /api/v1/documents/{document}/submit: Your coding of it is done: your drafts are submitted, and others see them
export type SubmitWorkAddress = {
  document: string;
};
export type SubmitWorkInput = Record<string, never>;
export type SubmitWorkOutput = {
  act: number;
  changed: number;
};

// GET /api/v1/compare: Which codes of a kind the cases have, by group, with denominators
export type ShowComparisonAddress = {
  by?: string;
  kind?: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
  all?: boolean;
};
export type ShowComparisonInput = Record<string, never>;
export type ShowComparisonOutput = {
  by: string;
  groupings: string[];
  kind: 'practice' | 'barrier' | 'outcome' | 'enabler' | 'sector' | 'other';
  cases: number;
  passages: number;
  codings: number;
  under_embargo: string[];
  not_yet_coded: string[];
  still_coded: string[];
  groups: {
    group: string;
    label: string;
    cases: number;
  }[];
  rows: {
    code: string;
    label: string;
    by_group: {
      present: number;
      of: number;
    }[];
    overall: {
      present: number;
      of: number;
    };
    reach: number;
    balanced_num: number;
    balanced_den: number;
    prevalence: string;
    without_each_case: {
      holds: number;
      of: number;
      changed_by: string[];
    };
    without_each_coder: {
      holds: number;
      of: number;
      changed_by: string[];
    };
  }[];
};

// GET /api/v1/gap-map: Practices by barriers or outcomes: how many cases have both
export type ShowGapMapAddress = {
  columns?: 'barrier' | 'outcome';
};
export type ShowGapMapInput = Record<string, never>;
export type ShowGapMapOutput = {
  rows: {
    code: string;
    label: string;
  }[];
  columns: {
    code: string;
    label: string;
  }[];
  cells: {
    row: number;
    column: number;
    cases: number;
    organisations: string[];
    confidence: string;
  }[];
  cases: number;
};

// GET /api/v1/compare/same-passage: Codes that stand on the very same passage
export type ListSamePassagesAddress = {
  from?: number;
  most?: number;
};
export type ListSamePassagesInput = Record<string, never>;
export type ListSamePassagesOutput = {
  pairs: {
    one: string;
    other: string;
    passages: number;
    cases: number;
    places: {
      document: string;
      start: number;
    }[];
  }[];
  total: number;
  cases: number;
  codings: number;
};

// GET /api/v1/compare/passages: The passages behind a number of a comparison, with their words
export type ListPassagesAddress = {
  code?: string;
  by?: string;
  group?: string;
  with?: string;
  from?: number;
  most?: number;
};
export type ListPassagesInput = Record<string, never>;
export type ListPassagesOutput = {
  passages: {
    organisation: string;
    document: string;
    title: string;
    language: string;
    range: {
      start: number;
      end: number;
    };
    codes: string[];
    text: string;
  }[];
  total: number;
  cases: string[];
  of: number;
};

// GET /api/v1/coalitions: Who works with which sectors, on record and told in passages, of what may be published today and nothing else
export type ShowCoalitionsAddress = {
  language?: 'en' | 'fr' | 'es' | 'ru' | 'zh';
};
export type ShowCoalitionsInput = Record<string, never>;
export type ShowCoalitionsOutput = {
  regions: {
    region: string;
    label: string;
    cases: number;
  }[];
  cases: {
    name: string;
    region: number;
  }[];
  sectors: {
    code: string;
    label: string;
    overall: {
      on_record: number;
      told: number;
    };
    by_region: {
      on_record: number;
      told: number;
    }[];
    links: {
      of_case: number;
      ties: {
        partner: string;
        kind: 'formal agreement' | 'joint service' | 'training' | 'dialogue' | 'litigation';
        since: string;
        sources: string[];
      }[];
      passages: number;
      first: {
        title: string;
        language: string;
        text: string;
      }[];
    }[];
  }[];
  pairs: {
    one: number;
    other: number;
    cases: number;
    listed: number[];
  }[];
  of: number;
  with_any: number;
  counted_only: number;
};

// GET /api/v1/figures/{figure}: One figure of the report by itself, an SVG or a CSV, as an attachment: what may be published today, and nothing else
export type DrawFigureAddress = {
  figure: 'practices' | 'barriers' | 'outcomes' | 'gap-barriers' | 'gap-outcomes' | 'coalitions';
  form?: 'svg' | 'csv';
  by?: string;
  language?: 'en' | 'fr' | 'es' | 'ru' | 'zh';
};
export type DrawFigureInput = Record<string, never>;
export type DrawFigureOutput = Record<string, never>;

// GET /api/v1/countries: Every country of the study on a day: indicators with their dated facts
export type ListCountriesAddress = {
  country?: string;
  on?: string;
};
export type ListCountriesInput = Record<string, never>;
export type ListCountriesOutput = {
  on: string;
  countries: {
    country: string;
    legal_model: string;
    why: {
      reason: string;
      words: string;
      not_sourced: string[];
      disputed: string[];
      area: string;
    };
    indicators: {
      indicator: string;
      label: string;
      side: 'law' | 'practice' | 'services' | 'survey';
      state: 'sourced' | 'disputed' | 'not-sourced';
      value: string;
      facts: {
        fact: string;
        indicator: string;
        area: string;
        value: string;
        valid_from?: string;
        valid_to?: string;
        as_of?: string;
        citation: string;
        sources: string[];
      }[];
    }[];
    history: {
      fact: string;
      indicator: string;
      area: string;
      value: string;
      valid_from?: string;
      valid_to?: string;
      as_of?: string;
      citation: string;
      sources: string[];
    }[];
    over_time: {
      from: string;
      legal_model: string;
      why: {
        reason: string;
        words: string;
        not_sourced: string[];
        disputed: string[];
        area: string;
      };
    }[];
  }[];
};

// GET /api/v1/places: The study's title, and what its regions and countries are called
export type ListPlacesAddress = {
  language?: 'en' | 'fr' | 'es' | 'ru' | 'zh';
};
export type ListPlacesInput = Record<string, never>;
export type ListPlacesOutput = {
  title: string;
  invented: boolean;
  regions: {
    region: string;
    name: string;
  }[];
  countries: {
    country: string;
    name: string;
  }[];
};

// POST /api/v1/search: Passages with these words, in texts that you may read (POST: what is looked for stands in no address)
export type SearchInput = {
  question: string;
  regions?: string[];
  countries?: string[];
  languages?: string[];
  codes?: string[];
  cases?: string[];
  kinds?: string[];
  most?: number;
  facets?: boolean;
};
export type SearchOutput = {
  hits: {
    document: string;
    title: string;
    language: string;
    range: {
      start: number;
      end: number;
    };
    page: number;
    text: string;
    marks: {
      start: number;
      end: number;
    }[];
  }[];
  total: number;
  at_least: boolean;
  did_you_mean: string[];
  facets?: {
    regions: {
      value: string;
      passages: number;
    }[];
    countries: {
      value: string;
      passages: number;
    }[];
    languages: {
      value: string;
      passages: number;
    }[];
    codes: {
      value: string;
      passages: number;
    }[];
    cases: {
      value: string;
      passages: number;
    }[];
    kinds: {
      value: string;
      passages: number;
    }[];
  };
};

// GET /api/v1/events: News of changes as they come, as server-sent events; ids only
export type EventsInput = Record<string, never>;
export type EventsOutput = {
  act: number;
  action: string;
  things: number;
};

// GET /api/v1/jobs/{job}/file: What it made, as an attachment
export type FetchJobFileAddress = {
  job: string;
};
export type FetchJobFileInput = Record<string, never>;
export type FetchJobFileOutput = Record<string, never>;

// GET /api/v1/jobs: What is at work for you, and what was done within the hour
export type ListJobsInput = Record<string, never>;
export type ListJobsOutput = {
  jobs: {
    job: string;
    kind: string;
    state: 'waits' | 'runs' | 'done' | 'failed' | 'cancelled';
    step: string;
    done: number;
    total: number;
    has_file: boolean;
    problem?: string;
    refused_as?: string;
    refused_by?: string;
  }[];
};

// GET /api/v1/jobs/{job}: One of them
export type ShowJobAddress = {
  job: string;
};
export type ShowJobInput = Record<string, never>;
export type ShowJobOutput = {
  job: string;
  kind: string;
  state: 'waits' | 'runs' | 'done' | 'failed' | 'cancelled';
  step: string;
  done: number;
  total: number;
  has_file: boolean;
  problem?: string;
  refused_as?: string;
  refused_by?: string;
};

// DELETE /api/v1/jobs/{job}: Stops it; of one that is done, lets its file go
export type CancelJobAddress = {
  job: string;
};
export type CancelJobInput = Record<string, never>;
export type CancelJobOutput = Record<string, never>;

// GET /api/v1/report: What blocks publishing, and where to mend it; nothing is written
export type CheckReportInput = Record<string, never>;
export type CheckReportOutput = {
  summary: string;
  cases: number;
  under_embargo: number;
  still_coded: number;
  blocked: boolean;
  problems: {
    blocks: boolean;
    thing: string;
    id: string;
    file: string;
    line: number;
    field: string;
    value: string;
    message: string;
    fix: string;
  }[];
};

// POST /api/v1/report: Begins a job that makes a draft of the report, or an edition that two approved, as a ZIP to be fetched
export type MakeReportInput = {
  forms?: string[];
  languages?: string[];
  publish?: boolean;
};
export type MakeReportOutput = {
  job: string;
  kind: string;
  state: 'waits' | 'runs' | 'done' | 'failed' | 'cancelled';
  step: string;
  done: number;
  total: number;
  has_file: boolean;
  problem?: string;
  refused_as?: string;
  refused_by?: string;
};

// POST /api/v1/report/preview: Begins a job that draws the pages in memory, for this session only: for coordinators also while something blocks publishing; for others what would be published, and nothing while something blocks it
export type MakePreviewInput = {
  language?: 'en' | 'fr' | 'es' | 'ru' | 'zh';
};
export type MakePreviewOutput = {
  job: string;
  kind: string;
  state: 'waits' | 'runs' | 'done' | 'failed' | 'cancelled';
  step: string;
  done: number;
  total: number;
  has_file: boolean;
  problem?: string;
  refused_as?: string;
  refused_by?: string;
};

// GET /api/v1/report/preview: What there is to look at; for coordinators with what blocks it and the hash of what it says
export type ShowPreviewInput = Record<string, never>;
export type ShowPreviewOutput = {
  preview: string;
  content?: string;
  pages: string[];
  left_out: string[];
  report?: {
    summary: string;
    cases: number;
    under_embargo: number;
    still_coded: number;
    blocked: boolean;
    problems: {
      blocks: boolean;
      thing: string;
      id: string;
      file: string;
      line: number;
      field: string;
      value: string;
      message: string;
      fix: string;
    }[];
  };
};

// GET /api/v1/report/preview/{preview}/{page}: A page of a preview
export type ShowPreviewPageAddress = {
  preview: string;
  page: string;
};
export type ShowPreviewPageInput = Record<string, never>;
export type ShowPreviewPageOutput = Record<string, never>;

// GET /api/v1/report/preview/{preview}/{folder}/{page}: A page of a preview, in a folder of it
export type ShowPreviewPageBelowAddress = {
  preview: string;
  page: string;
  folder: string;
};
export type ShowPreviewPageBelowInput = Record<string, never>;
export type ShowPreviewPageBelowOutput = Record<string, never>;

// GET /api/v1/report/editions: What was published, and who approved what
export type ListEditionsInput = Record<string, never>;
export type ListEditionsOutput = {
  editions: {
    edition: string;
    made_at: string;
    forms: string[];
    languages: string[];
  }[];
  approvals: {
    content: string;
    person: string;
    at: string;
    counts: boolean;
  }[];
  needed: number;
};

// PUT /api/v1/report/approvals/{content}: Says that this may be published, exactly as it is in your preview
export type ApproveReportAddress = {
  content: string;
};
export type ApproveReportInput = {
  passphrase: string;
  code?: string;
};
export type ApproveReportOutput = Record<string, never>;

// DELETE /api/v1/report/approvals/{content}: Takes one's own approval back; what was published stays published
export type TakeBackApprovalAddress = {
  content: string;
};
export type TakeBackApprovalInput = Record<string, never>;
export type TakeBackApprovalOutput = Record<string, never>;

// POST /api/v1/export: Begins a job that writes out all of the study in open formats, as a ZIP
export type MakeExportInput = {
  workbook?: boolean;
};
export type MakeExportOutput = {
  job: string;
  kind: string;
  state: 'waits' | 'runs' | 'done' | 'failed' | 'cancelled';
  step: string;
  done: number;
  total: number;
  has_file: boolean;
  problem?: string;
  refused_as?: string;
  refused_by?: string;
};

// GET /api/v1/backup: When a backup was made here last, and whether there is a key to seal one to
export type ShowBackupsInput = Record<string, never>;
export type ShowBackupsOutput = {
  has_key: boolean;
  last?: string;
};

// POST /api/v1/backup: Begins a job that makes a backup, sealed to the study's own key, as a ZIP; without such a key it fails as not_found
export type MakeBackupInput = Record<string, never>;
export type MakeBackupOutput = {
  job: string;
  kind: string;
  state: 'waits' | 'runs' | 'done' | 'failed' | 'cancelled';
  step: string;
  done: number;
  total: number;
  has_file: boolean;
  problem?: string;
  refused_as?: string;
  refused_by?: string;
};

// POST /api/v1/exchange: Begins a job that writes what may be read for other coding programs, to be fetched: a project or a codebook of REFI-QDA, or tables
export type MakeExchangeInput = {
  as: 'qdpx' | 'qdc' | 'csv' | 'xlsx';
  profile?: 'standard' | 'nvivo';
  table?: 'codings' | 'codebook';
  accepted_only?: boolean;
};
export type MakeExchangeOutput = {
  job: string;
  kind: string;
  state: 'waits' | 'runs' | 'done' | 'failed' | 'cancelled';
  step: string;
  done: number;
  total: number;
  has_file: boolean;
  problem?: string;
  refused_as?: string;
  refused_by?: string;
};

// POST /api/v1/documents/{document}/original: The file that a text was taken from, as an attachment, where it is kept
export type FetchOriginalAddress = {
  document: string;
};
export type FetchOriginalInput = {
  passphrase: string;
};
export type FetchOriginalOutput = Record<string, never>;

// POST /api/v1/documents/{document}/page: A page of a text as a picture, where its file is kept and consent is given
export type SeePageAddress = {
  document: string;
};
export type SeePageInput = {
  passphrase: string;
  page: number;
};
export type SeePageOutput = Record<string, never>;

// PUT /api/v1/uploads/{upload}: Takes a file in, as the body; `upload` is an id that you make (a UUID)
export type SendFileAddress = {
  upload: string;
};
export type SendFileInput = Record<string, never>;
export type SendFileOutput = {
  upload: string;
  bytes: number;
  hash: string;
};

// GET /api/v1/jobs/{job}/document: What a job made of a file
export type ShowDocumentThatCameAddress = {
  job: string;
};
export type ShowDocumentThatCameInput = Record<string, never>;
export type ShowDocumentThatCameOutput = {
  document: string;
  title: string;
  version: number;
  hash: string;
  language: string;
  format: string;
  paragraphs: number;
  words: number;
  pages: number;
  confidence?: number;
  least_sure?: number;
  left_out: string[];
  notices: string[];
  read_in: string[];
  moves?: {
    from_version: number;
    kept: number;
    moved: number;
    edited: number;
    orphaned: number;
  };
  lost: {
    coding: string;
    code: string;
    coder: string;
    range: {
      start: number;
      end: number;
    };
    was: {
      words: string;
      only_here: boolean;
    }[];
    nearest?: {
      start: number;
      end: number;
    };
    is: {
      words: string;
      only_here: boolean;
    }[];
  }[];
  lost_unseen: number;
  rests: {
    quotes: {
      kind: string;
      id: string;
      line: number;
      words: string;
      stays_with: string[];
    }[];
    findings: {
      finding: string;
      lost_for: string[];
      lost_against: string[];
      left_for: number;
      left_against: number;
    }[];
    translations: {
      translation: string;
      language: string;
      exact: string;
    }[];
    consents: {
      subject: string;
      coding: string;
      scope: 'analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict';
      refused: boolean;
    }[];
  };
  changed: boolean;
  may_be_read: boolean;
};

// DELETE /api/v1/uploads/{upload}: Lets a file go that was sent
export type DropUploadAddress = {
  upload: string;
};
export type DropUploadInput = Record<string, never>;
export type DropUploadOutput = Record<string, never>;

// POST /api/v1/documents: Begins a job that reads a file that was sent and takes it in as a new text (GET /jobs/{job}/document says what came out)
export type AddDocumentInput = {
  upload: string;
  file_name: string;
  organisation: string;
  title?: string;
  language?: string;
  kind?: 'summary' | 'account';
  sources?: string[];
  consent?: {
    scopes: ('analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict')[];
    basis: 'written' | 'recorded' | 'witnessed' | 'public source';
    evidence: string;
    expires?: string;
  };
  keep_under?: string;
};
export type AddDocumentOutput = {
  job: string;
  kind: string;
  state: 'waits' | 'runs' | 'done' | 'failed' | 'cancelled';
  step: string;
  done: number;
  total: number;
  has_file: boolean;
  problem?: string;
  refused_as?: string;
  refused_by?: string;
};

// POST /api/v1/documents/{document}/versions: Begins a job that takes a file that was sent in as the next version of a text, and moves its codings; with dry_run says what would become of them (GET /jobs/{job}/document says what came out)
export type BringInVersionAddress = {
  document: string;
};
export type BringInVersionInput = {
  upload: string;
  file_name: string;
  keep_under?: string;
  dry_run?: boolean;
  answers?: {
    coding: string;
    put_at?: {
      start: number;
      end: number;
    };
  }[];
};
export type BringInVersionOutput = {
  job: string;
  kind: string;
  state: 'waits' | 'runs' | 'done' | 'failed' | 'cancelled';
  step: string;
  done: number;
  total: number;
  has_file: boolean;
  problem?: string;
  refused_as?: string;
  refused_by?: string;
};

// POST /api/v1/tables: Takes a spreadsheet that was sent in as one change; with dry_run says what it would do and which cells have to be mended first
export type ImportTableInput = {
  upload: string;
  file_name: string;
  table: 'organisations';
  dry_run: boolean;
  sheet?: string;
  mended?: {
    row: number;
    column: string;
    value: string;
  }[];
  taken_out?: number[];
};
export type ImportTableOutput = {
  sheet: string;
  sheets: string[];
  columns: string[];
  rows: {
    row: number;
    cells: string[];
    fate: 'new' | 'changed' | 'same' | 'wrong';
    changed: string[];
  }[];
  problems: {
    blocks: boolean;
    row: number;
    column: string;
    cell: string;
    value: string;
    message: string;
    fix: string;
  }[];
  added: number;
  changed: number;
  same: number;
  blocked: boolean;
  as_in_file: {
    cells: string[];
  }[];
  act?: number;
};

// POST /api/v1/exchange/import: Begins a job that takes a project of another coding program in, or says what it would do (GET /jobs/{job}/exchange)
export type ImportProjectInput = {
  upload: string;
  file_name: string;
  dry_run: boolean;
  organisation?: string;
  coders?: {
    user: string;
    coder: string;
  }[];
  coder_from?: 'auto' | 'coding' | 'passage';
  position_encoding?: 'codepoint-crlf2' | 'utf16-crlf2' | 'codepoint-crlf1' | 'utf16-crlf1';
  with_consents?: boolean;
  consent?: {
    scopes: ('analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict')[];
    basis: 'written' | 'recorded' | 'witnessed' | 'public source';
    evidence: string;
    expires?: string;
  };
};
export type ImportProjectOutput = {
  job: string;
  kind: string;
  state: 'waits' | 'runs' | 'done' | 'failed' | 'cancelled';
  step: string;
  done: number;
  total: number;
  has_file: boolean;
  problem?: string;
  refused_as?: string;
  refused_by?: string;
};

// GET /api/v1/jobs/{job}/exchange: What a job made of a project, or would make of it
export type ShowProjectThatCameAddress = {
  job: string;
};
export type ShowProjectThatCameInput = Record<string, never>;
export type ShowProjectThatCameOutput = {
  project: string;
  origin: string;
  changed: boolean;
  is_dry_run: boolean;
  can_be_undone: boolean;
  new_codes: number;
  new_documents: string[];
  new_codings: number;
  new_memos: number;
  new_consents: number;
  without_consent: number;
  coders: {
    user: string;
    coder: string;
    codings: number;
  }[];
  report: {
    what: string;
    count: number;
    became: string;
  }[];
};

// GET /api/v1/undo: What undo and redo would do next
export type ShowNextInput = Record<string, never>;
export type ShowNextOutput = {
  undo?: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    undoes: number;
    things: number;
  };
  redo?: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    undoes: number;
    things: number;
  };
};

// GET /api/v1/agreement: How far coders agree, in texts that all of them have submitted
export type ShowAgreementAddress = {
  code?: string[];
  coder?: string[];
  document?: string[];
  unit?: 'character' | 'sentence' | 'paragraph' | 'segment' | 'document';
  with_below?: boolean;
  after_adjudication?: boolean;
  resamples?: number;
};
export type ShowAgreementInput = Record<string, never>;
export type ShowAgreementOutput = {
  coders: string[];
  documents: string[];
  still_coded: string[];
  one_coder_only: string[];
  all_codes: {
    code?: string;
    document?: string;
    coders: string[];
    units: number;
    all: number;
    some: number;
    none: number;
    present: number;
    ratings: number;
    figures: {
      measure: 'percent' | 'cohen' | 'fleiss' | 'ac1' | 'brennan-prediger' | 'alpha' | 'u-alpha-2016' | 'alpha-u-1995';
      value?: number;
      undefined?: '' | 'no variation' | 'no unit with two coders' | 'for two coders only' | 'for one code only';
      low?: number;
      high?: number;
    }[];
  };
  by_code: {
    code?: string;
    document?: string;
    coders: string[];
    units: number;
    all: number;
    some: number;
    none: number;
    present: number;
    ratings: number;
    figures: {
      measure: 'percent' | 'cohen' | 'fleiss' | 'ac1' | 'brennan-prediger' | 'alpha' | 'u-alpha-2016' | 'alpha-u-1995';
      value?: number;
      undefined?: '' | 'no variation' | 'no unit with two coders' | 'for two coders only' | 'for one code only';
      low?: number;
      high?: number;
    }[];
  }[];
  by_document: {
    code?: string;
    document?: string;
    coders: string[];
    units: number;
    all: number;
    some: number;
    none: number;
    present: number;
    ratings: number;
    figures: {
      measure: 'percent' | 'cohen' | 'fleiss' | 'ac1' | 'brennan-prediger' | 'alpha' | 'u-alpha-2016' | 'alpha-u-1995';
      value?: number;
      undefined?: '' | 'no variation' | 'no unit with two coders' | 'for two coders only' | 'for one code only';
      low?: number;
      high?: number;
    }[];
  }[];
  by_pair: {
    code?: string;
    document?: string;
    coders: string[];
    units: number;
    all: number;
    some: number;
    none: number;
    present: number;
    ratings: number;
    figures: {
      measure: 'percent' | 'cohen' | 'fleiss' | 'ac1' | 'brennan-prediger' | 'alpha' | 'u-alpha-2016' | 'alpha-u-1995';
      value?: number;
      undefined?: '' | 'no variation' | 'no unit with two coders' | 'for two coders only' | 'for one code only';
      low?: number;
      high?: number;
    }[];
  }[];
  confusions: {
    first: string;
    second: string;
    first_code?: string;
    second_code?: string;
    units: number;
  }[];
};

// GET /api/v1/agreement/figure: How far coders agree by code, an SVG or a CSV, as an attachment
export type DrawAgreementAddress = {
  code?: string[];
  coder?: string[];
  document?: string[];
  unit?: 'character' | 'sentence' | 'paragraph' | 'segment' | 'document';
  with_below?: boolean;
  after_adjudication?: boolean;
  resamples?: number;
  form?: 'svg' | 'csv';
  language?: 'en' | 'fr' | 'es' | 'ru' | 'zh';
};
export type DrawAgreementInput = Record<string, never>;
export type DrawAgreementOutput = Record<string, never>;

// GET /api/v1/disagreements: Passages that coders saw differently, with what was decided about them
export type ListDisagreementsAddress = {
  document?: string[];
  code?: string[];
  unit?: 'character' | 'sentence' | 'paragraph' | 'segment' | 'document';
  open?: boolean;
  from?: number;
  most?: number;
};
export type ListDisagreementsInput = Record<string, never>;
export type ListDisagreementsOutput = {
  passages: {
    document: string;
    title: string;
    language: string;
    range: {
      start: number;
      end: number;
    };
    text: string;
    codes: {
      code: string;
      range: {
        start: number;
        end: number;
      };
      is_extent: boolean;
      coded_by: string[];
      not_coded_by: string[];
      codings: {
        coding: string;
        coder: string;
        code: string;
        range: {
          start: number;
          end: number;
        };
        text: string;
      }[];
      instead: {
        coding: string;
        coder: string;
        code: string;
        range: {
          start: number;
          end: number;
        };
        text: string;
      }[];
      is_decided: boolean;
    }[];
    decided: {
      adjudication: string;
      code: string;
      range: {
        start: number;
        end: number;
      };
      stands: boolean;
      why: string;
      decided_by: string;
    }[];
    is_open: boolean;
  }[];
  total: number;
  open: number;
};

// POST /api/v1/documents/{document}/adjudications: Decide where coders differed: several codes of a text in one edit
export type AdjudicateAddress = {
  document: string;
};
export type AdjudicateInput = {
  decisions: {
    code: string;
    start: number;
    end: number;
    stands: boolean;
  }[];
  why: string;
};
export type AdjudicateOutput = {
  act: number;
  codings: string[];
};

// GET /api/v1/verification: Whether organisations meet definitions, and what would change it
export type ShowVerificationAddress = {
  definition?: string[];
  organisation?: string;
  on?: string;
};
export type ShowVerificationInput = Record<string, never>;
export type ShowVerificationOutput = {
  on: string;
  definitions: {
    definition: string;
    version: string;
    label: string;
    kind: string;
    summary: string;
    not_sourced: string[];
    sources: string[];
  }[];
  assessments: {
    organisation: string;
    definition: string;
    verdict: 'meets' | 'fails' | 'undetermined' | 'not-applicable' | 'reported' | 'expired';
    criteria: {
      body: string;
      share: {
        num: number;
        den: number;
      };
      more_than: boolean;
      verdict: 'meets' | 'fails' | 'undetermined' | 'not-applicable' | 'reported' | 'expired';
      reason: string;
      headroom?: number;
      shortfall?: number;
      as_of?: string;
      basis?: 'self-declared' | 'attested by a regional network' | 'anonymous ballot' | 'published claim';
      sources: string[];
      is_met: boolean;
      smallest_changes: {
        sex_workers_join: number;
        sex_workers_leave: number;
        others_join: number;
        others_leave: number;
      }[];
      undisclosed?: number;
      needed_of_undisclosed?: number;
    }[];
  }[];
};

// POST /api/v1/verification: The same with counts that are not saved: nothing is changed
export type TryCountsInput = {
  organisation: string;
  counts: {
    body: string;
    as_of: string;
    members?: number;
    sex_workers?: number;
    undisclosed?: number;
    basis?: 'self-declared' | 'attested by a regional network' | 'anonymous ballot' | 'published claim';
  }[];
  definitions?: string[];
  on?: string;
};
export type TryCountsOutput = {
  on: string;
  definitions: {
    definition: string;
    version: string;
    label: string;
    kind: string;
    summary: string;
    not_sourced: string[];
    sources: string[];
  }[];
  assessments: {
    organisation: string;
    definition: string;
    verdict: 'meets' | 'fails' | 'undetermined' | 'not-applicable' | 'reported' | 'expired';
    criteria: {
      body: string;
      share: {
        num: number;
        den: number;
      };
      more_than: boolean;
      verdict: 'meets' | 'fails' | 'undetermined' | 'not-applicable' | 'reported' | 'expired';
      reason: string;
      headroom?: number;
      shortfall?: number;
      as_of?: string;
      basis?: 'self-declared' | 'attested by a regional network' | 'anonymous ballot' | 'published claim';
      sources: string[];
      is_met: boolean;
      smallest_changes: {
        sex_workers_join: number;
        sex_workers_leave: number;
        others_join: number;
        others_leave: number;
      }[];
      undisclosed?: number;
      needed_of_undisclosed?: number;
    }[];
  }[];
};

// GET /api/v1/codebook/{code}/suggestions: Passages for a code, likeliest first, and how many are probably left
export type ListSuggestionsAddress = {
  code: string;
  with_below?: boolean;
  language?: string;
  most?: number;
};
export type ListSuggestionsInput = Record<string, never>;
export type ListSuggestionsOutput = {
  suggestions: {
    document: string;
    title: string;
    language: string;
    range: {
      start: number;
      end: number;
    };
    score: number;
    text: string;
    words: {
      text: string;
      range: {
        start: number;
        end: number;
      };
      weight: number;
    }[];
  }[];
  left: {
    state: 'nothing-decided' | 'cannot-tell' | 'bounded';
    found: number;
    decided: number;
    undecided: number;
    probably_at_most: number;
    at_most: number;
    recall_at_least: number;
  };
  learnt: {
    relevant: number;
    not_relevant: number;
    presumed_not_relevant: number;
    from_description: boolean;
  };
};

// POST /api/v1/codebook/{code}/suggestions: Yes (a coding of yours) or no to passages, as one edit
export type DecideSuggestionsAddress = {
  code: string;
};
export type DecideSuggestionsInput = {
  with_below?: boolean;
  accept?: {
    document: string;
    start: number;
    end: number;
  }[];
  dismiss?: {
    document: string;
    start: number;
    end: number;
  }[];
};
export type DecideSuggestionsOutput = {
  act: number;
  codings: string[];
};

// GET /api/v1/screening: Texts that nobody has decided about, likeliest to belong to the study first
export type ListScreeningAddress = {
  language?: string;
  most?: number;
};
export type ListScreeningInput = Record<string, never>;
export type ListScreeningOutput = {
  documents: {
    document: string;
    title: string;
    language: string;
    range: {
      start: number;
      end: number;
    };
    score: number;
    text: string;
    words: {
      text: string;
      range: {
        start: number;
        end: number;
      };
      weight: number;
    }[];
  }[];
  left: {
    state: 'nothing-decided' | 'cannot-tell' | 'bounded';
    found: number;
    decided: number;
    undecided: number;
    probably_at_most: number;
    at_most: number;
    recall_at_least: number;
  };
  learnt: {
    relevant: number;
    not_relevant: number;
    presumed_not_relevant: number;
    from_description: boolean;
  };
  flow: {
    documents: number;
    undecided: number;
    included: number;
    excluded: number;
    unsure: number;
    disagreed: number;
    reasons: {
      reason: string;
      documents: number;
    }[];
  };
};

// PUT /api/v1/screening/{document}: Does this text belong to the study?
export type ScreenAddress = {
  document: string;
};
export type ScreenInput = {
  outcome: 'included' | 'excluded' | 'unsure';
  reason?: string;
};
export type ScreenOutput = {
  act: number;
};

// GET /api/v1/subjects/{subject}/consents: What an organisation or a text agreed to: every scope, and how it is today
export type ShowConsentsAddress = {
  subject: string;
};
export type ShowConsentsInput = Record<string, never>;
export type ShowConsentsOutput = {
  name: string;
  consents: {
    subject: string;
    scope: 'analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict';
    may: string;
    state: 'holds' | 'not yet' | 'expired' | 'withdrawn' | 'never given';
    basis?: 'written' | 'recorded' | 'witnessed' | 'public source';
    given?: string;
    expires?: string;
    withdrawn?: string;
    evidence?: string;
    id?: string;
    version?: string;
  }[];
};

// POST /api/v1/subjects/{subject}/consents: Consent is given, for one or more scopes; one that was paused is given again
export type GiveConsentAddress = {
  subject: string;
};
export type GiveConsentInput = {
  scopes: ('analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict')[];
  basis?: 'written' | 'recorded' | 'witnessed' | 'public source';
  given?: string;
  expires?: string;
  evidence: string;
};
export type GiveConsentOutput = {
  act: number;
  consents: {
    subject: string;
    scope: 'analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict';
    may: string;
    state: 'holds' | 'not yet' | 'expired' | 'withdrawn' | 'never given';
    basis?: 'written' | 'recorded' | 'witnessed' | 'public source';
    given?: string;
    expires?: string;
    withdrawn?: string;
    evidence?: string;
    id?: string;
    version?: string;
  }[];
};

// POST /api/v1/subjects/{subject}/consents/pause: Hides what rests on it at once; nothing is deleted, and it can be undone
export type PauseConsentAddress = {
  subject: string;
};
export type PauseConsentInput = {
  scopes?: ('analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict')[];
};
export type PauseConsentOutput = {
  act: number;
  consents: {
    subject: string;
    scope: 'analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict';
    may: string;
    state: 'holds' | 'not yet' | 'expired' | 'withdrawn' | 'never given';
    basis?: 'written' | 'recorded' | 'witnessed' | 'public source';
    given?: string;
    expires?: string;
    withdrawn?: string;
    evidence?: string;
    id?: string;
    version?: string;
  }[];
};

// GET /api/v1/subjects/{subject}/rests: What rests on a consent, and would go with it: nothing is changed
export type ShowWhatRestsAddress = {
  subject: string;
  scope?: ('analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict')[];
};
export type ShowWhatRestsInput = Record<string, never>;
export type ShowWhatRestsOutput = {
  documents: string[];
  cases: string[];
  consents: number;
  codings: number;
  older_texts: number;
  translations: number;
  memos: number;
  history_texts: number;
  decisions: number;
  originals: number;
  labels: string[];
  findings: {
    finding: string;
    passages: number;
    left: number;
    words_taken_out: boolean;
    without_evidence: boolean;
  }[];
  repetitions: {
    kind: string;
    id: string;
  }[];
  editions: {
    edition: string;
    made_at: string;
    forms: string;
    languages: string;
  }[];
  act: number;
  wiped: boolean;
};

// POST /api/v1/subjects/{subject}/withdrawal: Deletes all that rests on it, for good: no undo brings it back
export type WithdrawConsentAddress = {
  subject: string;
};
export type WithdrawConsentInput = {
  scopes?: ('analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict')[];
};
export type WithdrawConsentOutput = {
  documents: string[];
  cases: string[];
  consents: number;
  codings: number;
  older_texts: number;
  translations: number;
  memos: number;
  history_texts: number;
  decisions: number;
  originals: number;
  labels: string[];
  findings: {
    finding: string;
    passages: number;
    left: number;
    words_taken_out: boolean;
    without_evidence: boolean;
  }[];
  repetitions: {
    kind: string;
    id: string;
  }[];
  editions: {
    edition: string;
    made_at: string;
    forms: string;
    languages: string;
  }[];
  act: number;
  wiped: boolean;
};

// GET /api/v1/settings: What the study says of itself: title, language, frame, thresholds
export type ShowSettingsInput = Record<string, never>;
export type ShowSettingsOutput = {
  version: string;
  settings: {
    field: string;
    value: string;
    is_needed: boolean;
    words: string;
  }[];
};

// PATCH /api/v1/settings: Other values of these; all others stay
export type SetSettingsInput = {
  settings: {
    field: string;
    value: string;
  }[];
};
export type SetSettingsOutput = {
  version: string;
  settings: {
    field: string;
    value: string;
    is_needed: boolean;
    words: string;
  }[];
};

// GET /api/v1/organisations: Those that you may see, in the order of the study
export type ListOrganisationsAddress = {
  from?: number;
  most?: number;
};
export type ListOrganisationsInput = Record<string, never>;
export type ListOrganisationsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      id?: string;
      name?: string | null;
      short_name?: string | null;
      country?: string | null;
      region?: string | null;
      languages?: string[];
      visibility?: 'private' | 'network' | 'public' | null;
      note?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/organisations/{id}: One of them, and what was done to it
export type ShowOrganisationAddress = {
  id: string;
};
export type ShowOrganisationInput = Record<string, never>;
export type ShowOrganisationOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      id?: string;
      name?: string | null;
      short_name?: string | null;
      country?: string | null;
      region?: string | null;
      languages?: string[];
      visibility?: 'private' | 'network' | 'public' | null;
      note?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/organisations: A new one; what says the same is not taken twice
export type AddOrganisationInput = {
  fields: {
    id?: string;
    name?: string | null;
    short_name?: string | null;
    country?: string | null;
    region?: string | null;
    languages?: string[];
    visibility?: 'private' | 'network' | 'public' | null;
    note?: string | null;
  };
};
export type AddOrganisationOutput = {
  id: string;
  version: string;
  fields: {
    id?: string;
    name?: string | null;
    short_name?: string | null;
    country?: string | null;
    region?: string | null;
    languages?: string[];
    visibility?: 'private' | 'network' | 'public' | null;
    note?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/organisations/{id}: Other values of these fields; all others stay
export type SetOrganisationAddress = {
  id: string;
};
export type SetOrganisationInput = {
  fields: {
    id?: string;
    name?: string | null;
    short_name?: string | null;
    country?: string | null;
    region?: string | null;
    languages?: string[];
    visibility?: 'private' | 'network' | 'public' | null;
    note?: string | null;
  };
};
export type SetOrganisationOutput = {
  id: string;
  version: string;
  fields: {
    id?: string;
    name?: string | null;
    short_name?: string | null;
    country?: string | null;
    region?: string | null;
    languages?: string[];
    visibility?: 'private' | 'network' | 'public' | null;
    note?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/organisations/{id}: Take it out, if nothing rests on it
export type RemoveOrganisationAddress = {
  id: string;
};
export type RemoveOrganisationInput = Record<string, never>;
export type RemoveOrganisationOutput = {
  act: number;
};

// GET /api/v1/statements: Those that you may see, in the order of the study
export type ListStatementsAddress = {
  about?: string;
  from?: number;
  most?: number;
};
export type ListStatementsInput = Record<string, never>;
export type ListStatementsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      subject?: string | null;
      property?: string | null;
      value?: string | null;
      valid_from?: string | null;
      valid_to?: string | null;
      as_of?: string | null;
      evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
      source?: string[];
      validated_by?: string | null;
      note?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/statements/{id}: One of them, and what was done to it
export type ShowStatementAddress = {
  id: string;
};
export type ShowStatementInput = Record<string, never>;
export type ShowStatementOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      subject?: string | null;
      property?: string | null;
      value?: string | null;
      valid_from?: string | null;
      valid_to?: string | null;
      as_of?: string | null;
      evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
      source?: string[];
      validated_by?: string | null;
      note?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/statements: A new one; what says the same is not taken twice
export type AddStatementInput = {
  fields: {
    subject?: string | null;
    property?: string | null;
    value?: string | null;
    valid_from?: string | null;
    valid_to?: string | null;
    as_of?: string | null;
    evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
    source?: string[];
    validated_by?: string | null;
    note?: string | null;
  };
};
export type AddStatementOutput = {
  id: string;
  version: string;
  fields: {
    subject?: string | null;
    property?: string | null;
    value?: string | null;
    valid_from?: string | null;
    valid_to?: string | null;
    as_of?: string | null;
    evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
    source?: string[];
    validated_by?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/statements/{id}: Other values of these fields; all others stay
export type SetStatementAddress = {
  id: string;
};
export type SetStatementInput = {
  fields: {
    subject?: string | null;
    property?: string | null;
    value?: string | null;
    valid_from?: string | null;
    valid_to?: string | null;
    as_of?: string | null;
    evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
    source?: string[];
    validated_by?: string | null;
    note?: string | null;
  };
};
export type SetStatementOutput = {
  id: string;
  version: string;
  fields: {
    subject?: string | null;
    property?: string | null;
    value?: string | null;
    valid_from?: string | null;
    valid_to?: string | null;
    as_of?: string | null;
    evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
    source?: string[];
    validated_by?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/statements/{id}: Take it out, if nothing rests on it
export type RemoveStatementAddress = {
  id: string;
};
export type RemoveStatementInput = Record<string, never>;
export type RemoveStatementOutput = {
  act: number;
};

// GET /api/v1/leadership: Those that you may see, in the order of the study
export type ListLeadershipAddress = {
  about?: string;
  from?: number;
  most?: number;
};
export type ListLeadershipInput = Record<string, never>;
export type ListLeadershipOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      organisation?: string | null;
      as_of?: string | null;
      body?: string | null;
      members?: number | null;
      sex_workers?: number | null;
      undisclosed?: number | null;
      at_least?: string | null;
      at_most?: string | null;
      basis?: 'self-declared' | 'attested by a regional network' | 'anonymous ballot' | 'published claim' | null;
      source?: string[];
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/leadership/{id}: One of them, and what was done to it
export type ShowLeadershipAddress = {
  id: string;
};
export type ShowLeadershipInput = Record<string, never>;
export type ShowLeadershipOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      organisation?: string | null;
      as_of?: string | null;
      body?: string | null;
      members?: number | null;
      sex_workers?: number | null;
      undisclosed?: number | null;
      at_least?: string | null;
      at_most?: string | null;
      basis?: 'self-declared' | 'attested by a regional network' | 'anonymous ballot' | 'published claim' | null;
      source?: string[];
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/leadership: A new one; what says the same is not taken twice
export type AddLeadershipInput = {
  fields: {
    organisation?: string | null;
    as_of?: string | null;
    body?: string | null;
    members?: number | null;
    sex_workers?: number | null;
    undisclosed?: number | null;
    at_least?: string | null;
    at_most?: string | null;
    basis?: 'self-declared' | 'attested by a regional network' | 'anonymous ballot' | 'published claim' | null;
    source?: string[];
  };
};
export type AddLeadershipOutput = {
  id: string;
  version: string;
  fields: {
    organisation?: string | null;
    as_of?: string | null;
    body?: string | null;
    members?: number | null;
    sex_workers?: number | null;
    undisclosed?: number | null;
    at_least?: string | null;
    at_most?: string | null;
    basis?: 'self-declared' | 'attested by a regional network' | 'anonymous ballot' | 'published claim' | null;
    source?: string[];
  };
  kept: string[];
};

// PATCH /api/v1/leadership/{id}: Other values of these fields; all others stay
export type SetLeadershipAddress = {
  id: string;
};
export type SetLeadershipInput = {
  fields: {
    organisation?: string | null;
    as_of?: string | null;
    body?: string | null;
    members?: number | null;
    sex_workers?: number | null;
    undisclosed?: number | null;
    at_least?: string | null;
    at_most?: string | null;
    basis?: 'self-declared' | 'attested by a regional network' | 'anonymous ballot' | 'published claim' | null;
    source?: string[];
  };
};
export type SetLeadershipOutput = {
  id: string;
  version: string;
  fields: {
    organisation?: string | null;
    as_of?: string | null;
    body?: string | null;
    members?: number | null;
    sex_workers?: number | null;
    undisclosed?: number | null;
    at_least?: string | null;
    at_most?: string | null;
    basis?: 'self-declared' | 'attested by a regional network' | 'anonymous ballot' | 'published claim' | null;
    source?: string[];
  };
  kept: string[];
};

// DELETE /api/v1/leadership/{id}: Take it out, if nothing rests on it
export type RemoveLeadershipAddress = {
  id: string;
};
export type RemoveLeadershipInput = Record<string, never>;
export type RemoveLeadershipOutput = {
  act: number;
};

// GET /api/v1/context-facts: Those that you may see, in the order of the study
export type ListContextFactsAddress = {
  about?: string;
  from?: number;
  most?: number;
};
export type ListContextFactsInput = Record<string, never>;
export type ListContextFactsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      country?: string | null;
      area?: string | null;
      indicator?: string | null;
      value?: string | null;
      valid_from?: string | null;
      valid_to?: string | null;
      as_of?: string | null;
      citation?: string | null;
      source?: string[];
      validated_by?: string | null;
      note?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/context-facts/{id}: One of them, and what was done to it
export type ShowContextFactAddress = {
  id: string;
};
export type ShowContextFactInput = Record<string, never>;
export type ShowContextFactOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      country?: string | null;
      area?: string | null;
      indicator?: string | null;
      value?: string | null;
      valid_from?: string | null;
      valid_to?: string | null;
      as_of?: string | null;
      citation?: string | null;
      source?: string[];
      validated_by?: string | null;
      note?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/context-facts: A new one; what says the same is not taken twice
export type AddContextFactInput = {
  fields: {
    country?: string | null;
    area?: string | null;
    indicator?: string | null;
    value?: string | null;
    valid_from?: string | null;
    valid_to?: string | null;
    as_of?: string | null;
    citation?: string | null;
    source?: string[];
    validated_by?: string | null;
    note?: string | null;
  };
};
export type AddContextFactOutput = {
  id: string;
  version: string;
  fields: {
    country?: string | null;
    area?: string | null;
    indicator?: string | null;
    value?: string | null;
    valid_from?: string | null;
    valid_to?: string | null;
    as_of?: string | null;
    citation?: string | null;
    source?: string[];
    validated_by?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/context-facts/{id}: Other values of these fields; all others stay
export type SetContextFactAddress = {
  id: string;
};
export type SetContextFactInput = {
  fields: {
    country?: string | null;
    area?: string | null;
    indicator?: string | null;
    value?: string | null;
    valid_from?: string | null;
    valid_to?: string | null;
    as_of?: string | null;
    citation?: string | null;
    source?: string[];
    validated_by?: string | null;
    note?: string | null;
  };
};
export type SetContextFactOutput = {
  id: string;
  version: string;
  fields: {
    country?: string | null;
    area?: string | null;
    indicator?: string | null;
    value?: string | null;
    valid_from?: string | null;
    valid_to?: string | null;
    as_of?: string | null;
    citation?: string | null;
    source?: string[];
    validated_by?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/context-facts/{id}: Take it out, if nothing rests on it
export type RemoveContextFactAddress = {
  id: string;
};
export type RemoveContextFactInput = Record<string, never>;
export type RemoveContextFactOutput = {
  act: number;
};

// GET /api/v1/consents: Those that you may see, in the order of the study
export type ListConsentsAddress = {
  about?: string;
  from?: number;
  most?: number;
};
export type ListConsentsInput = Record<string, never>;
export type ListConsentsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      subject?: string | null;
      scope?: 'analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict';
      basis?: 'written' | 'recorded' | 'witnessed' | 'public source' | null;
      given?: string | null;
      expires?: string | null;
      withdrawn?: string | null;
      evidence?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/consents/{id}: One of them, and what was done to it
export type ShowConsentAddress = {
  id: string;
};
export type ShowConsentInput = Record<string, never>;
export type ShowConsentOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      subject?: string | null;
      scope?: 'analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict';
      basis?: 'written' | 'recorded' | 'witnessed' | 'public source' | null;
      given?: string | null;
      expires?: string | null;
      withdrawn?: string | null;
      evidence?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/consents: A new one; what says the same is not taken twice
export type AddConsentInput = {
  fields: {
    subject?: string | null;
    scope?: 'analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict';
    basis?: 'written' | 'recorded' | 'witnessed' | 'public source' | null;
    given?: string | null;
    expires?: string | null;
    withdrawn?: string | null;
    evidence?: string | null;
  };
};
export type AddConsentOutput = {
  id: string;
  version: string;
  fields: {
    subject?: string | null;
    scope?: 'analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict';
    basis?: 'written' | 'recorded' | 'witnessed' | 'public source' | null;
    given?: string | null;
    expires?: string | null;
    withdrawn?: string | null;
    evidence?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/consents/{id}: Other values of these fields; all others stay
export type SetConsentAddress = {
  id: string;
};
export type SetConsentInput = {
  fields: {
    subject?: string | null;
    scope?: 'analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict';
    basis?: 'written' | 'recorded' | 'witnessed' | 'public source' | null;
    given?: string | null;
    expires?: string | null;
    withdrawn?: string | null;
    evidence?: string | null;
  };
};
export type SetConsentOutput = {
  id: string;
  version: string;
  fields: {
    subject?: string | null;
    scope?: 'analyse' | 'summarise' | 'quote' | 'name organisation' | 'name place' | 'translate' | 'photo' | 'publish verdict';
    basis?: 'written' | 'recorded' | 'witnessed' | 'public source' | null;
    given?: string | null;
    expires?: string | null;
    withdrawn?: string | null;
    evidence?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/consents/{id}: Take it out, if nothing rests on it
export type RemoveConsentAddress = {
  id: string;
};
export type RemoveConsentInput = Record<string, never>;
export type RemoveConsentOutput = {
  act: number;
};

// GET /api/v1/partners: Those that you may see, in the order of the study
export type ListPartnersAddress = {
  from?: number;
  most?: number;
};
export type ListPartnersInput = Record<string, never>;
export type ListPartnersOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      partner?: string;
      name?: string | null;
      sector?: string | null;
      country?: string | null;
      note?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/partners/{id}: One of them, and what was done to it
export type ShowPartnerAddress = {
  id: string;
};
export type ShowPartnerInput = Record<string, never>;
export type ShowPartnerOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      partner?: string;
      name?: string | null;
      sector?: string | null;
      country?: string | null;
      note?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/partners: A new one; what says the same is not taken twice
export type AddPartnerInput = {
  fields: {
    partner?: string;
    name?: string | null;
    sector?: string | null;
    country?: string | null;
    note?: string | null;
  };
};
export type AddPartnerOutput = {
  id: string;
  version: string;
  fields: {
    partner?: string;
    name?: string | null;
    sector?: string | null;
    country?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/partners/{id}: Other values of these fields; all others stay
export type SetPartnerAddress = {
  id: string;
};
export type SetPartnerInput = {
  fields: {
    partner?: string;
    name?: string | null;
    sector?: string | null;
    country?: string | null;
    note?: string | null;
  };
};
export type SetPartnerOutput = {
  id: string;
  version: string;
  fields: {
    partner?: string;
    name?: string | null;
    sector?: string | null;
    country?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/partners/{id}: Take it out, if nothing rests on it
export type RemovePartnerAddress = {
  id: string;
};
export type RemovePartnerInput = Record<string, never>;
export type RemovePartnerOutput = {
  act: number;
};

// GET /api/v1/partnerships: Those that you may see, in the order of the study
export type ListPartnershipsAddress = {
  about?: string;
  from?: number;
  most?: number;
};
export type ListPartnershipsInput = Record<string, never>;
export type ListPartnershipsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      organisation?: string | null;
      partner?: string | null;
      kind?: 'formal agreement' | 'joint service' | 'training' | 'dialogue' | 'litigation';
      since?: string | null;
      source?: string[];
      publish?: boolean;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/partnerships/{id}: One of them, and what was done to it
export type ShowPartnershipAddress = {
  id: string;
};
export type ShowPartnershipInput = Record<string, never>;
export type ShowPartnershipOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      organisation?: string | null;
      partner?: string | null;
      kind?: 'formal agreement' | 'joint service' | 'training' | 'dialogue' | 'litigation';
      since?: string | null;
      source?: string[];
      publish?: boolean;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/partnerships: A new one; what says the same is not taken twice
export type AddPartnershipInput = {
  fields: {
    organisation?: string | null;
    partner?: string | null;
    kind?: 'formal agreement' | 'joint service' | 'training' | 'dialogue' | 'litigation';
    since?: string | null;
    source?: string[];
    publish?: boolean;
  };
};
export type AddPartnershipOutput = {
  id: string;
  version: string;
  fields: {
    organisation?: string | null;
    partner?: string | null;
    kind?: 'formal agreement' | 'joint service' | 'training' | 'dialogue' | 'litigation';
    since?: string | null;
    source?: string[];
    publish?: boolean;
  };
  kept: string[];
};

// PATCH /api/v1/partnerships/{id}: Other values of these fields; all others stay
export type SetPartnershipAddress = {
  id: string;
};
export type SetPartnershipInput = {
  fields: {
    organisation?: string | null;
    partner?: string | null;
    kind?: 'formal agreement' | 'joint service' | 'training' | 'dialogue' | 'litigation';
    since?: string | null;
    source?: string[];
    publish?: boolean;
  };
};
export type SetPartnershipOutput = {
  id: string;
  version: string;
  fields: {
    organisation?: string | null;
    partner?: string | null;
    kind?: 'formal agreement' | 'joint service' | 'training' | 'dialogue' | 'litigation';
    since?: string | null;
    source?: string[];
    publish?: boolean;
  };
  kept: string[];
};

// DELETE /api/v1/partnerships/{id}: Take it out, if nothing rests on it
export type RemovePartnershipAddress = {
  id: string;
};
export type RemovePartnershipInput = Record<string, never>;
export type RemovePartnershipOutput = {
  act: number;
};

// GET /api/v1/findings: Those that you may see, in the order of the study
export type ListFindingsAddress = {
  from?: number;
  most?: number;
};
export type ListFindingsInput = Record<string, never>;
export type ListFindingsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      finding?: string;
      statement?: string | null;
      codes?: string[];
      cases_for?: string[];
      cases_against?: string[];
      confidence?: 'high' | 'moderate' | 'low' | 'very low' | null;
      reasons?: string[];
      graded_by?: string[];
      text?: string | null;
      kind?: 'best practice' | 'barrier' | 'need' | 'recommendation' | null;
      concerns?: string[];
      addressees?: string[];
      rests_on?: string[];
      looked_at?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/findings/{id}: One of them, and what was done to it
export type ShowFindingAddress = {
  id: string;
};
export type ShowFindingInput = Record<string, never>;
export type ShowFindingOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      finding?: string;
      statement?: string | null;
      codes?: string[];
      cases_for?: string[];
      cases_against?: string[];
      confidence?: 'high' | 'moderate' | 'low' | 'very low' | null;
      reasons?: string[];
      graded_by?: string[];
      text?: string | null;
      kind?: 'best practice' | 'barrier' | 'need' | 'recommendation' | null;
      concerns?: string[];
      addressees?: string[];
      rests_on?: string[];
      looked_at?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/findings: A new one; what says the same is not taken twice
export type AddFindingInput = {
  fields: {
    finding?: string;
    statement?: string | null;
    codes?: string[];
    cases_for?: string[];
    cases_against?: string[];
    confidence?: 'high' | 'moderate' | 'low' | 'very low' | null;
    reasons?: string[];
    graded_by?: string[];
    text?: string | null;
    kind?: 'best practice' | 'barrier' | 'need' | 'recommendation' | null;
    concerns?: string[];
    addressees?: string[];
    rests_on?: string[];
    looked_at?: string | null;
  };
};
export type AddFindingOutput = {
  id: string;
  version: string;
  fields: {
    finding?: string;
    statement?: string | null;
    codes?: string[];
    cases_for?: string[];
    cases_against?: string[];
    confidence?: 'high' | 'moderate' | 'low' | 'very low' | null;
    reasons?: string[];
    graded_by?: string[];
    text?: string | null;
    kind?: 'best practice' | 'barrier' | 'need' | 'recommendation' | null;
    concerns?: string[];
    addressees?: string[];
    rests_on?: string[];
    looked_at?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/findings/{id}: Other values of these fields; all others stay
export type SetFindingAddress = {
  id: string;
};
export type SetFindingInput = {
  fields: {
    finding?: string;
    statement?: string | null;
    codes?: string[];
    cases_for?: string[];
    cases_against?: string[];
    confidence?: 'high' | 'moderate' | 'low' | 'very low' | null;
    reasons?: string[];
    graded_by?: string[];
    text?: string | null;
    kind?: 'best practice' | 'barrier' | 'need' | 'recommendation' | null;
    concerns?: string[];
    addressees?: string[];
    rests_on?: string[];
    looked_at?: string | null;
  };
};
export type SetFindingOutput = {
  id: string;
  version: string;
  fields: {
    finding?: string;
    statement?: string | null;
    codes?: string[];
    cases_for?: string[];
    cases_against?: string[];
    confidence?: 'high' | 'moderate' | 'low' | 'very low' | null;
    reasons?: string[];
    graded_by?: string[];
    text?: string | null;
    kind?: 'best practice' | 'barrier' | 'need' | 'recommendation' | null;
    concerns?: string[];
    addressees?: string[];
    rests_on?: string[];
    looked_at?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/findings/{id}: Take it out, if nothing rests on it
export type RemoveFindingAddress = {
  id: string;
};
export type RemoveFindingInput = Record<string, never>;
export type RemoveFindingOutput = {
  act: number;
};

// GET /api/v1/sources: Those that you may see, in the order of the study
export type ListSourcesAddress = {
  from?: number;
  most?: number;
};
export type ListSourcesInput = Record<string, never>;
export type ListSourcesOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      id?: string;
      title?: string | null;
      site?: string | null;
      address?: string | null;
      kind?: string | null;
      accessed?: string | null;
      note?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/sources/{id}: One of them, and what was done to it
export type ShowSourceAddress = {
  id: string;
};
export type ShowSourceInput = Record<string, never>;
export type ShowSourceOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      id?: string;
      title?: string | null;
      site?: string | null;
      address?: string | null;
      kind?: string | null;
      accessed?: string | null;
      note?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/sources: A new one; what says the same is not taken twice
export type AddSourceInput = {
  fields: {
    id?: string;
    title?: string | null;
    site?: string | null;
    address?: string | null;
    kind?: string | null;
    accessed?: string | null;
    note?: string | null;
  };
};
export type AddSourceOutput = {
  id: string;
  version: string;
  fields: {
    id?: string;
    title?: string | null;
    site?: string | null;
    address?: string | null;
    kind?: string | null;
    accessed?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/sources/{id}: Other values of these fields; all others stay
export type SetSourceAddress = {
  id: string;
};
export type SetSourceInput = {
  fields: {
    id?: string;
    title?: string | null;
    site?: string | null;
    address?: string | null;
    kind?: string | null;
    accessed?: string | null;
    note?: string | null;
  };
};
export type SetSourceOutput = {
  id: string;
  version: string;
  fields: {
    id?: string;
    title?: string | null;
    site?: string | null;
    address?: string | null;
    kind?: string | null;
    accessed?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/sources/{id}: Take it out, if nothing rests on it
export type RemoveSourceAddress = {
  id: string;
};
export type RemoveSourceInput = Record<string, never>;
export type RemoveSourceOutput = {
  act: number;
};

// GET /api/v1/slots: Those that you may see, in the order of the study
export type ListSlotsAddress = {
  about?: string;
  from?: number;
  most?: number;
};
export type ListSlotsInput = Record<string, never>;
export type ListSlotsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      slot?: string;
      region?: string | null;
      country?: string | null;
      organisation?: string | null;
      source?: string[];
      note?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/slots/{id}: One of them, and what was done to it
export type ShowSlotAddress = {
  id: string;
};
export type ShowSlotInput = Record<string, never>;
export type ShowSlotOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      slot?: string;
      region?: string | null;
      country?: string | null;
      organisation?: string | null;
      source?: string[];
      note?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/slots: A new one; what says the same is not taken twice
export type AddSlotInput = {
  fields: {
    slot?: string;
    region?: string | null;
    country?: string | null;
    organisation?: string | null;
    source?: string[];
    note?: string | null;
  };
};
export type AddSlotOutput = {
  id: string;
  version: string;
  fields: {
    slot?: string;
    region?: string | null;
    country?: string | null;
    organisation?: string | null;
    source?: string[];
    note?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/slots/{id}: Other values of these fields; all others stay
export type SetSlotAddress = {
  id: string;
};
export type SetSlotInput = {
  fields: {
    slot?: string;
    region?: string | null;
    country?: string | null;
    organisation?: string | null;
    source?: string[];
    note?: string | null;
  };
};
export type SetSlotOutput = {
  id: string;
  version: string;
  fields: {
    slot?: string;
    region?: string | null;
    country?: string | null;
    organisation?: string | null;
    source?: string[];
    note?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/slots/{id}: Take it out, if nothing rests on it
export type RemoveSlotAddress = {
  id: string;
};
export type RemoveSlotInput = Record<string, never>;
export type RemoveSlotOutput = {
  act: number;
};

// GET /api/v1/regions: Those that you may see, in the order of the study
export type ListRegionsAddress = {
  from?: number;
  most?: number;
};
export type ListRegionsInput = Record<string, never>;
export type ListRegionsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      region?: string;
      label?: string | null;
      aliases?: string[];
      quota?: number | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/regions/{id}: One of them, and what was done to it
export type ShowRegionAddress = {
  id: string;
};
export type ShowRegionInput = Record<string, never>;
export type ShowRegionOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      region?: string;
      label?: string | null;
      aliases?: string[];
      quota?: number | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/regions: A new one; what says the same is not taken twice
export type AddRegionInput = {
  fields: {
    region?: string;
    label?: string | null;
    aliases?: string[];
    quota?: number | null;
  };
};
export type AddRegionOutput = {
  id: string;
  version: string;
  fields: {
    region?: string;
    label?: string | null;
    aliases?: string[];
    quota?: number | null;
  };
  kept: string[];
};

// PATCH /api/v1/regions/{id}: Other values of these fields; all others stay
export type SetRegionAddress = {
  id: string;
};
export type SetRegionInput = {
  fields: {
    region?: string;
    label?: string | null;
    aliases?: string[];
    quota?: number | null;
  };
};
export type SetRegionOutput = {
  id: string;
  version: string;
  fields: {
    region?: string;
    label?: string | null;
    aliases?: string[];
    quota?: number | null;
  };
  kept: string[];
};

// DELETE /api/v1/regions/{id}: Take it out, if nothing rests on it
export type RemoveRegionAddress = {
  id: string;
};
export type RemoveRegionInput = Record<string, never>;
export type RemoveRegionOutput = {
  act: number;
};

// GET /api/v1/indicators: Those that you may see, in the order of the study
export type ListIndicatorsAddress = {
  from?: number;
  most?: number;
};
export type ListIndicatorsInput = Record<string, never>;
export type ListIndicatorsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      id?: string;
      code?: string | null;
      label?: string | null;
      side?: 'law' | 'practice' | 'services' | 'survey';
      type?: 'choice' | 'percent' | 'derived' | null;
      values?: string[];
      source?: string[];
      note?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/indicators/{id}: One of them, and what was done to it
export type ShowIndicatorAddress = {
  id: string;
};
export type ShowIndicatorInput = Record<string, never>;
export type ShowIndicatorOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      id?: string;
      code?: string | null;
      label?: string | null;
      side?: 'law' | 'practice' | 'services' | 'survey';
      type?: 'choice' | 'percent' | 'derived' | null;
      values?: string[];
      source?: string[];
      note?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/indicators: A new one; what says the same is not taken twice
export type AddIndicatorInput = {
  fields: {
    id?: string;
    code?: string | null;
    label?: string | null;
    side?: 'law' | 'practice' | 'services' | 'survey';
    type?: 'choice' | 'percent' | 'derived' | null;
    values?: string[];
    source?: string[];
    note?: string | null;
  };
};
export type AddIndicatorOutput = {
  id: string;
  version: string;
  fields: {
    id?: string;
    code?: string | null;
    label?: string | null;
    side?: 'law' | 'practice' | 'services' | 'survey';
    type?: 'choice' | 'percent' | 'derived' | null;
    values?: string[];
    source?: string[];
    note?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/indicators/{id}: Other values of these fields; all others stay
export type SetIndicatorAddress = {
  id: string;
};
export type SetIndicatorInput = {
  fields: {
    id?: string;
    code?: string | null;
    label?: string | null;
    side?: 'law' | 'practice' | 'services' | 'survey';
    type?: 'choice' | 'percent' | 'derived' | null;
    values?: string[];
    source?: string[];
    note?: string | null;
  };
};
export type SetIndicatorOutput = {
  id: string;
  version: string;
  fields: {
    id?: string;
    code?: string | null;
    label?: string | null;
    side?: 'law' | 'practice' | 'services' | 'survey';
    type?: 'choice' | 'percent' | 'derived' | null;
    values?: string[];
    source?: string[];
    note?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/indicators/{id}: Take it out, if nothing rests on it
export type RemoveIndicatorAddress = {
  id: string;
};
export type RemoveIndicatorInput = Record<string, never>;
export type RemoveIndicatorOutput = {
  act: number;
};

// GET /api/v1/outcomes: Those that you may see, in the order of the study
export type ListOutcomesAddress = {
  about?: string;
  from?: number;
  most?: number;
};
export type ListOutcomesInput = Record<string, never>;
export type ListOutcomesOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      organisation?: string | null;
      codes?: string[];
      measure?: string | null;
      before?: string | null;
      after?: string | null;
      unit?: string | null;
      before_when?: string | null;
      after_when?: string | null;
      evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
      source?: string[];
      how?: string | null;
      note?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/outcomes/{id}: One of them, and what was done to it
export type ShowOutcomeAddress = {
  id: string;
};
export type ShowOutcomeInput = Record<string, never>;
export type ShowOutcomeOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      organisation?: string | null;
      codes?: string[];
      measure?: string | null;
      before?: string | null;
      after?: string | null;
      unit?: string | null;
      before_when?: string | null;
      after_when?: string | null;
      evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
      source?: string[];
      how?: string | null;
      note?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/outcomes: A new one; what says the same is not taken twice
export type AddOutcomeInput = {
  fields: {
    organisation?: string | null;
    codes?: string[];
    measure?: string | null;
    before?: string | null;
    after?: string | null;
    unit?: string | null;
    before_when?: string | null;
    after_when?: string | null;
    evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
    source?: string[];
    how?: string | null;
    note?: string | null;
  };
};
export type AddOutcomeOutput = {
  id: string;
  version: string;
  fields: {
    organisation?: string | null;
    codes?: string[];
    measure?: string | null;
    before?: string | null;
    after?: string | null;
    unit?: string | null;
    before_when?: string | null;
    after_when?: string | null;
    evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
    source?: string[];
    how?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/outcomes/{id}: Other values of these fields; all others stay
export type SetOutcomeAddress = {
  id: string;
};
export type SetOutcomeInput = {
  fields: {
    organisation?: string | null;
    codes?: string[];
    measure?: string | null;
    before?: string | null;
    after?: string | null;
    unit?: string | null;
    before_when?: string | null;
    after_when?: string | null;
    evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
    source?: string[];
    how?: string | null;
    note?: string | null;
  };
};
export type SetOutcomeOutput = {
  id: string;
  version: string;
  fields: {
    organisation?: string | null;
    codes?: string[];
    measure?: string | null;
    before?: string | null;
    after?: string | null;
    unit?: string | null;
    before_when?: string | null;
    after_when?: string | null;
    evidence_type?: 'documented' | 'self-declared' | 'measured' | 'association' | 'modelled' | null;
    source?: string[];
    how?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/outcomes/{id}: Take it out, if nothing rests on it
export type RemoveOutcomeAddress = {
  id: string;
};
export type RemoveOutcomeInput = Record<string, never>;
export type RemoveOutcomeOutput = {
  act: number;
};

// GET /api/v1/answers: Those that you may see, in the order of the study
export type ListAnswersAddress = {
  about?: string;
  from?: number;
  most?: number;
};
export type ListAnswersInput = Record<string, never>;
export type ListAnswersOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      practice?: string | null;
      barrier?: string | null;
      organisation?: string | null;
      source?: string[];
      text?: string | null;
      note?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/answers/{id}: One of them, and what was done to it
export type ShowAnswerAddress = {
  id: string;
};
export type ShowAnswerInput = Record<string, never>;
export type ShowAnswerOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      practice?: string | null;
      barrier?: string | null;
      organisation?: string | null;
      source?: string[];
      text?: string | null;
      note?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/answers: A new one; what says the same is not taken twice
export type AddAnswerInput = {
  fields: {
    practice?: string | null;
    barrier?: string | null;
    organisation?: string | null;
    source?: string[];
    text?: string | null;
    note?: string | null;
  };
};
export type AddAnswerOutput = {
  id: string;
  version: string;
  fields: {
    practice?: string | null;
    barrier?: string | null;
    organisation?: string | null;
    source?: string[];
    text?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/answers/{id}: Other values of these fields; all others stay
export type SetAnswerAddress = {
  id: string;
};
export type SetAnswerInput = {
  fields: {
    practice?: string | null;
    barrier?: string | null;
    organisation?: string | null;
    source?: string[];
    text?: string | null;
    note?: string | null;
  };
};
export type SetAnswerOutput = {
  id: string;
  version: string;
  fields: {
    practice?: string | null;
    barrier?: string | null;
    organisation?: string | null;
    source?: string[];
    text?: string | null;
    note?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/answers/{id}: Take it out, if nothing rests on it
export type RemoveAnswerAddress = {
  id: string;
};
export type RemoveAnswerInput = Record<string, never>;
export type RemoveAnswerOutput = {
  act: number;
};

// GET /api/v1/targets: Those that you may see, in the order of the study
export type ListTargetsAddress = {
  from?: number;
  most?: number;
};
export type ListTargetsInput = Record<string, never>;
export type ListTargetsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      target?: string;
      series?: string | null;
      statement?: string | null;
      value?: string | null;
      unit?: string | null;
      due?: string | null;
      source?: string[];
      note?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/targets/{id}: One of them, and what was done to it
export type ShowTargetAddress = {
  id: string;
};
export type ShowTargetInput = Record<string, never>;
export type ShowTargetOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      target?: string;
      series?: string | null;
      statement?: string | null;
      value?: string | null;
      unit?: string | null;
      due?: string | null;
      source?: string[];
      note?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/targets: A new one; what says the same is not taken twice
export type AddTargetInput = {
  fields: {
    target?: string;
    series?: string | null;
    statement?: string | null;
    value?: string | null;
    unit?: string | null;
    due?: string | null;
    source?: string[];
    note?: string | null;
  };
};
export type AddTargetOutput = {
  id: string;
  version: string;
  fields: {
    target?: string;
    series?: string | null;
    statement?: string | null;
    value?: string | null;
    unit?: string | null;
    due?: string | null;
    source?: string[];
    note?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/targets/{id}: Other values of these fields; all others stay
export type SetTargetAddress = {
  id: string;
};
export type SetTargetInput = {
  fields: {
    target?: string;
    series?: string | null;
    statement?: string | null;
    value?: string | null;
    unit?: string | null;
    due?: string | null;
    source?: string[];
    note?: string | null;
  };
};
export type SetTargetOutput = {
  id: string;
  version: string;
  fields: {
    target?: string;
    series?: string | null;
    statement?: string | null;
    value?: string | null;
    unit?: string | null;
    due?: string | null;
    source?: string[];
    note?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/targets/{id}: Take it out, if nothing rests on it
export type RemoveTargetAddress = {
  id: string;
};
export type RemoveTargetInput = Record<string, never>;
export type RemoveTargetOutput = {
  act: number;
};

// GET /api/v1/chapters: Those that you may see, in the order of the study
export type ListChaptersAddress = {
  from?: number;
  most?: number;
};
export type ListChaptersInput = Record<string, never>;
export type ListChaptersOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      chapter?: string;
      text?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/chapters/{id}: One of them, and what was done to it
export type ShowChapterAddress = {
  id: string;
};
export type ShowChapterInput = Record<string, never>;
export type ShowChapterOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      chapter?: string;
      text?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/chapters: A new one; what says the same is not taken twice
export type AddChapterInput = {
  fields: {
    chapter?: string;
    text?: string | null;
  };
};
export type AddChapterOutput = {
  id: string;
  version: string;
  fields: {
    chapter?: string;
    text?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/chapters/{id}: Other values of these fields; all others stay
export type SetChapterAddress = {
  id: string;
};
export type SetChapterInput = {
  fields: {
    chapter?: string;
    text?: string | null;
  };
};
export type SetChapterOutput = {
  id: string;
  version: string;
  fields: {
    chapter?: string;
    text?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/chapters/{id}: Take it out, if nothing rests on it
export type RemoveChapterAddress = {
  id: string;
};
export type RemoveChapterInput = Record<string, never>;
export type RemoveChapterOutput = {
  act: number;
};

// GET /api/v1/definitions: Those that you may see, in the order of the study
export type ListDefinitionsAddress = {
  from?: number;
  most?: number;
};
export type ListDefinitionsInput = Record<string, never>;
export type ListDefinitionsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      definition?: string;
      definition_version?: string | null;
      label?: string | null;
      kind?: string | null;
      summary?: string | null;
      criteria?: {
        body: string;
        share: string;
        comparison: '>=' | '>';
        when_empty?: 'not-applicable' | 'undetermined';
      }[];
      not_sourced?: string[];
      sources?: string[];
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/definitions/{id}: One of them, and what was done to it
export type ShowDefinitionAddress = {
  id: string;
};
export type ShowDefinitionInput = Record<string, never>;
export type ShowDefinitionOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      definition?: string;
      definition_version?: string | null;
      label?: string | null;
      kind?: string | null;
      summary?: string | null;
      criteria?: {
        body: string;
        share: string;
        comparison: '>=' | '>';
        when_empty?: 'not-applicable' | 'undetermined';
      }[];
      not_sourced?: string[];
      sources?: string[];
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/definitions: A new one; what says the same is not taken twice
export type AddDefinitionInput = {
  fields: {
    definition?: string;
    definition_version?: string | null;
    label?: string | null;
    kind?: string | null;
    summary?: string | null;
    criteria?: {
      body: string;
      share: string;
      comparison: '>=' | '>';
      when_empty?: 'not-applicable' | 'undetermined';
    }[];
    not_sourced?: string[];
    sources?: string[];
  };
};
export type AddDefinitionOutput = {
  id: string;
  version: string;
  fields: {
    definition?: string;
    definition_version?: string | null;
    label?: string | null;
    kind?: string | null;
    summary?: string | null;
    criteria?: {
      body: string;
      share: string;
      comparison: '>=' | '>';
      when_empty?: 'not-applicable' | 'undetermined';
    }[];
    not_sourced?: string[];
    sources?: string[];
  };
  kept: string[];
};

// PATCH /api/v1/definitions/{id}: Other values of these fields; all others stay
export type SetDefinitionAddress = {
  id: string;
};
export type SetDefinitionInput = {
  fields: {
    definition?: string;
    definition_version?: string | null;
    label?: string | null;
    kind?: string | null;
    summary?: string | null;
    criteria?: {
      body: string;
      share: string;
      comparison: '>=' | '>';
      when_empty?: 'not-applicable' | 'undetermined';
    }[];
    not_sourced?: string[];
    sources?: string[];
  };
};
export type SetDefinitionOutput = {
  id: string;
  version: string;
  fields: {
    definition?: string;
    definition_version?: string | null;
    label?: string | null;
    kind?: string | null;
    summary?: string | null;
    criteria?: {
      body: string;
      share: string;
      comparison: '>=' | '>';
      when_empty?: 'not-applicable' | 'undetermined';
    }[];
    not_sourced?: string[];
    sources?: string[];
  };
  kept: string[];
};

// DELETE /api/v1/definitions/{id}: Take it out, if nothing rests on it
export type RemoveDefinitionAddress = {
  id: string;
};
export type RemoveDefinitionInput = Record<string, never>;
export type RemoveDefinitionOutput = {
  act: number;
};

// GET /api/v1/invented-countries: Those that you may see, in the order of the study
export type ListInventedCountriesAddress = {
  from?: number;
  most?: number;
};
export type ListInventedCountriesInput = Record<string, never>;
export type ListInventedCountriesOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      code?: string;
      name?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/invented-countries/{id}: One of them, and what was done to it
export type ShowInventedCountryAddress = {
  id: string;
};
export type ShowInventedCountryInput = Record<string, never>;
export type ShowInventedCountryOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      code?: string;
      name?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/invented-countries: A new one; what says the same is not taken twice
export type AddInventedCountryInput = {
  fields: {
    code?: string;
    name?: string | null;
  };
};
export type AddInventedCountryOutput = {
  id: string;
  version: string;
  fields: {
    code?: string;
    name?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/invented-countries/{id}: Other values of these fields; all others stay
export type SetInventedCountryAddress = {
  id: string;
};
export type SetInventedCountryInput = {
  fields: {
    code?: string;
    name?: string | null;
  };
};
export type SetInventedCountryOutput = {
  id: string;
  version: string;
  fields: {
    code?: string;
    name?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/invented-countries/{id}: Take it out, if nothing rests on it
export type RemoveInventedCountryAddress = {
  id: string;
};
export type RemoveInventedCountryInput = Record<string, never>;
export type RemoveInventedCountryOutput = {
  act: number;
};

// GET /api/v1/legal-rules: Those that you may see, in the order of the study
export type ListLegalRulesAddress = {
  from?: number;
  most?: number;
};
export type ListLegalRulesInput = Record<string, never>;
export type ListLegalRulesOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      when?: Record<string, string[]>;
      model?: string | null;
      reason?: string | null;
      place?: number | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/legal-rules/{id}: One of them, and what was done to it
export type ShowLegalRuleAddress = {
  id: string;
};
export type ShowLegalRuleInput = Record<string, never>;
export type ShowLegalRuleOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      when?: Record<string, string[]>;
      model?: string | null;
      reason?: string | null;
      place?: number | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/legal-rules: A new one; what says the same is not taken twice
export type AddLegalRuleInput = {
  fields: {
    when?: Record<string, string[]>;
    model?: string | null;
    reason?: string | null;
    place?: number | null;
  };
};
export type AddLegalRuleOutput = {
  id: string;
  version: string;
  fields: {
    when?: Record<string, string[]>;
    model?: string | null;
    reason?: string | null;
    place?: number | null;
  };
  kept: string[];
};

// PATCH /api/v1/legal-rules/{id}: Other values of these fields; all others stay
export type SetLegalRuleAddress = {
  id: string;
};
export type SetLegalRuleInput = {
  fields: {
    when?: Record<string, string[]>;
    model?: string | null;
    reason?: string | null;
    place?: number | null;
  };
};
export type SetLegalRuleOutput = {
  id: string;
  version: string;
  fields: {
    when?: Record<string, string[]>;
    model?: string | null;
    reason?: string | null;
    place?: number | null;
  };
  kept: string[];
};

// DELETE /api/v1/legal-rules/{id}: Take it out, if nothing rests on it
export type RemoveLegalRuleAddress = {
  id: string;
};
export type RemoveLegalRuleInput = Record<string, never>;
export type RemoveLegalRuleOutput = {
  act: number;
};

// GET /api/v1/translations: Those that you may see, in the order of the study
export type ListTranslationsAddress = {
  about?: string;
  from?: number;
  most?: number;
};
export type ListTranslationsInput = Record<string, never>;
export type ListTranslationsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      document?: string | null;
      exact?: string | null;
      language?: string | null;
      text?: string | null;
      translator?: string | null;
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/translations/{id}: One of them, and what was done to it
export type ShowTranslationAddress = {
  id: string;
};
export type ShowTranslationInput = Record<string, never>;
export type ShowTranslationOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      document?: string | null;
      exact?: string | null;
      language?: string | null;
      text?: string | null;
      translator?: string | null;
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/translations: A new one; what says the same is not taken twice
export type AddTranslationInput = {
  fields: {
    document?: string | null;
    exact?: string | null;
    language?: string | null;
    text?: string | null;
    translator?: string | null;
  };
};
export type AddTranslationOutput = {
  id: string;
  version: string;
  fields: {
    document?: string | null;
    exact?: string | null;
    language?: string | null;
    text?: string | null;
    translator?: string | null;
  };
  kept: string[];
};

// PATCH /api/v1/translations/{id}: Other values of these fields; all others stay
export type SetTranslationAddress = {
  id: string;
};
export type SetTranslationInput = {
  fields: {
    document?: string | null;
    exact?: string | null;
    language?: string | null;
    text?: string | null;
    translator?: string | null;
  };
};
export type SetTranslationOutput = {
  id: string;
  version: string;
  fields: {
    document?: string | null;
    exact?: string | null;
    language?: string | null;
    text?: string | null;
    translator?: string | null;
  };
  kept: string[];
};

// DELETE /api/v1/translations/{id}: Take it out, if nothing rests on it
export type RemoveTranslationAddress = {
  id: string;
};
export type RemoveTranslationInput = Record<string, never>;
export type RemoveTranslationOutput = {
  act: number;
};

// GET /api/v1/sets: Those that you may see, in the order of the study
export type ListSetsAddress = {
  from?: number;
  most?: number;
};
export type ListSetsInput = Record<string, never>;
export type ListSetsOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      set?: string;
      name?: string | null;
      description?: string | null;
      codes?: string[];
      documents?: string[];
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/sets/{id}: One of them, and what was done to it
export type ShowSetAddress = {
  id: string;
};
export type ShowSetInput = Record<string, never>;
export type ShowSetOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      set?: string;
      name?: string | null;
      description?: string | null;
      codes?: string[];
      documents?: string[];
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/sets: A new one; what says the same is not taken twice
export type AddSetInput = {
  fields: {
    set?: string;
    name?: string | null;
    description?: string | null;
    codes?: string[];
    documents?: string[];
  };
};
export type AddSetOutput = {
  id: string;
  version: string;
  fields: {
    set?: string;
    name?: string | null;
    description?: string | null;
    codes?: string[];
    documents?: string[];
  };
  kept: string[];
};

// PATCH /api/v1/sets/{id}: Other values of these fields; all others stay
export type SetSetAddress = {
  id: string;
};
export type SetSetInput = {
  fields: {
    set?: string;
    name?: string | null;
    description?: string | null;
    codes?: string[];
    documents?: string[];
  };
};
export type SetSetOutput = {
  id: string;
  version: string;
  fields: {
    set?: string;
    name?: string | null;
    description?: string | null;
    codes?: string[];
    documents?: string[];
  };
  kept: string[];
};

// DELETE /api/v1/sets/{id}: Take it out, if nothing rests on it
export type RemoveSetAddress = {
  id: string;
};
export type RemoveSetInput = Record<string, never>;
export type RemoveSetOutput = {
  act: number;
};

// GET /api/v1/editions: Those that you may see, in the order of the study
export type ListEditionNotesAddress = {
  from?: number;
  most?: number;
};
export type ListEditionNotesInput = Record<string, never>;
export type ListEditionNotesOutput = {
  things: {
    id: string;
    version: string;
    fields: {
      edition?: string;
      date?: string | null;
      text?: string | null;
      corrections?: string[];
    };
    kept: string[];
  }[];
  total: number;
  withheld: number;
};

// GET /api/v1/editions/{id}: One of them, and what was done to it
export type ShowEditionNotesAddress = {
  id: string;
};
export type ShowEditionNotesInput = Record<string, never>;
export type ShowEditionNotesOutput = {
  thing: {
    id: string;
    version: string;
    fields: {
      edition?: string;
      date?: string | null;
      text?: string | null;
      corrections?: string[];
    };
    kept: string[];
  };
  history: {
    act: number;
    at: string;
    person: string;
    action: 'apply' | 'change' | 'remove' | 'review' | 'adjudicate' | 'add code' | 'edit code' | 'move code' | 'merge codes' | 'split code' | 'retire code' | 'restore code' | 'memo' | 'assign' | 'unassign' | 'submit' | 'decide' | 'import' | 'import codings' | 'add' | 'edit' | 'take out' | 'undo' | 'redo';
    fields: {
      field: string;
      before: string;
      after: string;
    }[];
    is_erased: boolean;
  }[];
};

// POST /api/v1/editions: A new one; what says the same is not taken twice
export type AddEditionNotesInput = {
  fields: {
    edition?: string;
    date?: string | null;
    text?: string | null;
    corrections?: string[];
  };
};
export type AddEditionNotesOutput = {
  id: string;
  version: string;
  fields: {
    edition?: string;
    date?: string | null;
    text?: string | null;
    corrections?: string[];
  };
  kept: string[];
};

// PATCH /api/v1/editions/{id}: Other values of these fields; all others stay
export type SetEditionNotesAddress = {
  id: string;
};
export type SetEditionNotesInput = {
  fields: {
    edition?: string;
    date?: string | null;
    text?: string | null;
    corrections?: string[];
  };
};
export type SetEditionNotesOutput = {
  id: string;
  version: string;
  fields: {
    edition?: string;
    date?: string | null;
    text?: string | null;
    corrections?: string[];
  };
  kept: string[];
};

export const routes = {
  lookAtLink: { method: 'POST', path: '/session/link' },
  join: { method: 'POST', path: '/session/join' },
  signIn: { method: 'POST', path: '/session' },
  showSession: { method: 'GET', path: '/session' },
  signOut: { method: 'DELETE', path: '/session' },
  refreshSession: { method: 'POST', path: '/session/fresh' },
  setPreferences: { method: 'PUT', path: '/session/preferences' },
  offerSecondKey: { method: 'POST', path: '/session/second-key' },
  confirmSecondKey: { method: 'PUT', path: '/session/second-key' },
  listSessions: { method: 'GET', path: '/sessions' },
  endSession: { method: 'DELETE', path: '/sessions/{session}' },
  listPeople: { method: 'GET', path: '/people' },
  invite: { method: 'PUT', path: '/people/{person}/invitation' },
  changeRole: { method: 'PUT', path: '/people/{person}/role' },
  removePerson: { method: 'DELETE', path: '/people/{person}' },
  showAudit: { method: 'GET', path: '/audit' },
  showStatus: { method: 'GET', path: '/status' },
  showWork: { method: 'GET', path: '/work' },
  showHistory: { method: 'GET', path: '/history' },
  undo: { method: 'POST', path: '/undo' },
  redo: { method: 'POST', path: '/redo' },
  showCodebook: { method: 'GET', path: '/codebook' },
  addCode: { method: 'POST', path: '/codebook' },
  editCode: { method: 'PATCH', path: '/codebook/{code}' },
  moveCode: { method: 'POST', path: '/codebook/{code}/move' },
  mergeCode: { method: 'POST', path: '/codebook/{code}/merge' },
  splitCode: { method: 'POST', path: '/codebook/{code}/split' },
  retireCode: { method: 'POST', path: '/codebook/{code}/retire' },
  restoreCode: { method: 'POST', path: '/codebook/{code}/restore' },
  listDocuments: { method: 'GET', path: '/documents' },
  listTexts: { method: 'GET', path: '/texts' },
  readDocument: { method: 'GET', path: '/documents/{document}' },
  listCodings: { method: 'GET', path: '/codings' },
  readOlderVersion: { method: 'GET', path: '/documents/{document}/versions/{version}' },
  compareVersions: { method: 'GET', path: '/documents/{document}/versions/{version}/beside/{other}' },
  showCoding: { method: 'GET', path: '/documents/{document}/codings/{coding}' },
  applyCode: { method: 'PUT', path: '/documents/{document}/codings/{coding}' },
  editCoding: { method: 'PATCH', path: '/documents/{document}/codings/{coding}' },
  removeCoding: { method: 'DELETE', path: '/documents/{document}/codings/{coding}' },
  listMemos: { method: 'GET', path: '/memos' },
  addMemo: { method: 'PUT', path: '/memos/{memo}' },
  rewriteMemo: { method: 'PATCH', path: '/memos/{memo}' },
  removeMemo: { method: 'DELETE', path: '/memos/{memo}' },
  listAssignments: { method: 'GET', path: '/assignments' },
  assign: { method: 'POST', path: '/assignments' },
  unassign: { method: 'DELETE', path: '/documents/{document}/assignments/{coder}' },
  submitWork: { method: 'POST', path: '/documents/{document}/submit' },
  showComparison: { method: 'GET', path: '/compare' },
  showGapMap: { method: 'GET', path: '/gap-map' },
  listSamePassages: { method: 'GET', path: '/compare/same-passage' },
  listPassages: { method: 'GET', path: '/compare/passages' },
  showCoalitions: { method: 'GET', path: '/coalitions' },
  drawFigure: { method: 'GET', path: '/figures/{figure}' },
  listCountries: { method: 'GET', path: '/countries' },
  listPlaces: { method: 'GET', path: '/places' },
  search: { method: 'POST', path: '/search' },
  events: { method: 'GET', path: '/events' },
  fetchJobFile: { method: 'GET', path: '/jobs/{job}/file' },
  listJobs: { method: 'GET', path: '/jobs' },
  showJob: { method: 'GET', path: '/jobs/{job}' },
  cancelJob: { method: 'DELETE', path: '/jobs/{job}' },
  checkReport: { method: 'GET', path: '/report' },
  makeReport: { method: 'POST', path: '/report' },
  makePreview: { method: 'POST', path: '/report/preview' },
  showPreview: { method: 'GET', path: '/report/preview' },
  showPreviewPage: { method: 'GET', path: '/report/preview/{preview}/{page}' },
  showPreviewPageBelow: { method: 'GET', path: '/report/preview/{preview}/{folder}/{page}' },
  listEditions: { method: 'GET', path: '/report/editions' },
  approveReport: { method: 'PUT', path: '/report/approvals/{content}' },
  takeBackApproval: { method: 'DELETE', path: '/report/approvals/{content}' },
  makeExport: { method: 'POST', path: '/export' },
  showBackups: { method: 'GET', path: '/backup' },
  makeBackup: { method: 'POST', path: '/backup' },
  makeExchange: { method: 'POST', path: '/exchange' },
  fetchOriginal: { method: 'POST', path: '/documents/{document}/original' },
  seePage: { method: 'POST', path: '/documents/{document}/page' },
  sendFile: { method: 'PUT', path: '/uploads/{upload}' },
  showDocumentThatCame: { method: 'GET', path: '/jobs/{job}/document' },
  dropUpload: { method: 'DELETE', path: '/uploads/{upload}' },
  addDocument: { method: 'POST', path: '/documents' },
  bringInVersion: { method: 'POST', path: '/documents/{document}/versions' },
  importTable: { method: 'POST', path: '/tables' },
  importProject: { method: 'POST', path: '/exchange/import' },
  showProjectThatCame: { method: 'GET', path: '/jobs/{job}/exchange' },
  showNext: { method: 'GET', path: '/undo' },
  showAgreement: { method: 'GET', path: '/agreement' },
  drawAgreement: { method: 'GET', path: '/agreement/figure' },
  listDisagreements: { method: 'GET', path: '/disagreements' },
  adjudicate: { method: 'POST', path: '/documents/{document}/adjudications' },
  showVerification: { method: 'GET', path: '/verification' },
  tryCounts: { method: 'POST', path: '/verification' },
  listSuggestions: { method: 'GET', path: '/codebook/{code}/suggestions' },
  decideSuggestions: { method: 'POST', path: '/codebook/{code}/suggestions' },
  listScreening: { method: 'GET', path: '/screening' },
  screen: { method: 'PUT', path: '/screening/{document}' },
  showConsents: { method: 'GET', path: '/subjects/{subject}/consents' },
  giveConsent: { method: 'POST', path: '/subjects/{subject}/consents' },
  pauseConsent: { method: 'POST', path: '/subjects/{subject}/consents/pause' },
  showWhatRests: { method: 'GET', path: '/subjects/{subject}/rests' },
  withdrawConsent: { method: 'POST', path: '/subjects/{subject}/withdrawal' },
  showSettings: { method: 'GET', path: '/settings' },
  setSettings: { method: 'PATCH', path: '/settings' },
  listOrganisations: { method: 'GET', path: '/organisations' },
  showOrganisation: { method: 'GET', path: '/organisations/{id}' },
  addOrganisation: { method: 'POST', path: '/organisations' },
  setOrganisation: { method: 'PATCH', path: '/organisations/{id}' },
  removeOrganisation: { method: 'DELETE', path: '/organisations/{id}' },
  listStatements: { method: 'GET', path: '/statements' },
  showStatement: { method: 'GET', path: '/statements/{id}' },
  addStatement: { method: 'POST', path: '/statements' },
  setStatement: { method: 'PATCH', path: '/statements/{id}' },
  removeStatement: { method: 'DELETE', path: '/statements/{id}' },
  listLeadership: { method: 'GET', path: '/leadership' },
  showLeadership: { method: 'GET', path: '/leadership/{id}' },
  addLeadership: { method: 'POST', path: '/leadership' },
  setLeadership: { method: 'PATCH', path: '/leadership/{id}' },
  removeLeadership: { method: 'DELETE', path: '/leadership/{id}' },
  listContextFacts: { method: 'GET', path: '/context-facts' },
  showContextFact: { method: 'GET', path: '/context-facts/{id}' },
  addContextFact: { method: 'POST', path: '/context-facts' },
  setContextFact: { method: 'PATCH', path: '/context-facts/{id}' },
  removeContextFact: { method: 'DELETE', path: '/context-facts/{id}' },
  listConsents: { method: 'GET', path: '/consents' },
  showConsent: { method: 'GET', path: '/consents/{id}' },
  addConsent: { method: 'POST', path: '/consents' },
  setConsent: { method: 'PATCH', path: '/consents/{id}' },
  removeConsent: { method: 'DELETE', path: '/consents/{id}' },
  listPartners: { method: 'GET', path: '/partners' },
  showPartner: { method: 'GET', path: '/partners/{id}' },
  addPartner: { method: 'POST', path: '/partners' },
  setPartner: { method: 'PATCH', path: '/partners/{id}' },
  removePartner: { method: 'DELETE', path: '/partners/{id}' },
  listPartnerships: { method: 'GET', path: '/partnerships' },
  showPartnership: { method: 'GET', path: '/partnerships/{id}' },
  addPartnership: { method: 'POST', path: '/partnerships' },
  setPartnership: { method: 'PATCH', path: '/partnerships/{id}' },
  removePartnership: { method: 'DELETE', path: '/partnerships/{id}' },
  listFindings: { method: 'GET', path: '/findings' },
  showFinding: { method: 'GET', path: '/findings/{id}' },
  addFinding: { method: 'POST', path: '/findings' },
  setFinding: { method: 'PATCH', path: '/findings/{id}' },
  removeFinding: { method: 'DELETE', path: '/findings/{id}' },
  listSources: { method: 'GET', path: '/sources' },
  showSource: { method: 'GET', path: '/sources/{id}' },
  addSource: { method: 'POST', path: '/sources' },
  setSource: { method: 'PATCH', path: '/sources/{id}' },
  removeSource: { method: 'DELETE', path: '/sources/{id}' },
  listSlots: { method: 'GET', path: '/slots' },
  showSlot: { method: 'GET', path: '/slots/{id}' },
  addSlot: { method: 'POST', path: '/slots' },
  setSlot: { method: 'PATCH', path: '/slots/{id}' },
  removeSlot: { method: 'DELETE', path: '/slots/{id}' },
  listRegions: { method: 'GET', path: '/regions' },
  showRegion: { method: 'GET', path: '/regions/{id}' },
  addRegion: { method: 'POST', path: '/regions' },
  setRegion: { method: 'PATCH', path: '/regions/{id}' },
  removeRegion: { method: 'DELETE', path: '/regions/{id}' },
  listIndicators: { method: 'GET', path: '/indicators' },
  showIndicator: { method: 'GET', path: '/indicators/{id}' },
  addIndicator: { method: 'POST', path: '/indicators' },
  setIndicator: { method: 'PATCH', path: '/indicators/{id}' },
  removeIndicator: { method: 'DELETE', path: '/indicators/{id}' },
  listOutcomes: { method: 'GET', path: '/outcomes' },
  showOutcome: { method: 'GET', path: '/outcomes/{id}' },
  addOutcome: { method: 'POST', path: '/outcomes' },
  setOutcome: { method: 'PATCH', path: '/outcomes/{id}' },
  removeOutcome: { method: 'DELETE', path: '/outcomes/{id}' },
  listAnswers: { method: 'GET', path: '/answers' },
  showAnswer: { method: 'GET', path: '/answers/{id}' },
  addAnswer: { method: 'POST', path: '/answers' },
  setAnswer: { method: 'PATCH', path: '/answers/{id}' },
  removeAnswer: { method: 'DELETE', path: '/answers/{id}' },
  listTargets: { method: 'GET', path: '/targets' },
  showTarget: { method: 'GET', path: '/targets/{id}' },
  addTarget: { method: 'POST', path: '/targets' },
  setTarget: { method: 'PATCH', path: '/targets/{id}' },
  removeTarget: { method: 'DELETE', path: '/targets/{id}' },
  listChapters: { method: 'GET', path: '/chapters' },
  showChapter: { method: 'GET', path: '/chapters/{id}' },
  addChapter: { method: 'POST', path: '/chapters' },
  setChapter: { method: 'PATCH', path: '/chapters/{id}' },
  removeChapter: { method: 'DELETE', path: '/chapters/{id}' },
  listDefinitions: { method: 'GET', path: '/definitions' },
  showDefinition: { method: 'GET', path: '/definitions/{id}' },
  addDefinition: { method: 'POST', path: '/definitions' },
  setDefinition: { method: 'PATCH', path: '/definitions/{id}' },
  removeDefinition: { method: 'DELETE', path: '/definitions/{id}' },
  listInventedCountries: { method: 'GET', path: '/invented-countries' },
  showInventedCountry: { method: 'GET', path: '/invented-countries/{id}' },
  addInventedCountry: { method: 'POST', path: '/invented-countries' },
  setInventedCountry: { method: 'PATCH', path: '/invented-countries/{id}' },
  removeInventedCountry: { method: 'DELETE', path: '/invented-countries/{id}' },
  listLegalRules: { method: 'GET', path: '/legal-rules' },
  showLegalRule: { method: 'GET', path: '/legal-rules/{id}' },
  addLegalRule: { method: 'POST', path: '/legal-rules' },
  setLegalRule: { method: 'PATCH', path: '/legal-rules/{id}' },
  removeLegalRule: { method: 'DELETE', path: '/legal-rules/{id}' },
  listTranslations: { method: 'GET', path: '/translations' },
  showTranslation: { method: 'GET', path: '/translations/{id}' },
  addTranslation: { method: 'POST', path: '/translations' },
  setTranslation: { method: 'PATCH', path: '/translations/{id}' },
  removeTranslation: { method: 'DELETE', path: '/translations/{id}' },
  listSets: { method: 'GET', path: '/sets' },
  showSet: { method: 'GET', path: '/sets/{id}' },
  addSet: { method: 'POST', path: '/sets' },
  setSet: { method: 'PATCH', path: '/sets/{id}' },
  removeSet: { method: 'DELETE', path: '/sets/{id}' },
  listEditionNotes: { method: 'GET', path: '/editions' },
  showEditionNotes: { method: 'GET', path: '/editions/{id}' },
  addEditionNotes: { method: 'POST', path: '/editions' },
  setEditionNotes: { method: 'PATCH', path: '/editions/{id}' },
} as const;
