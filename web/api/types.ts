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
  idle_seconds: number;
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
  idle_seconds: number;
};

// GET /api/v1/session: Who you are here
export type ShowSessionInput = Record<string, never>;
export type ShowSessionOutput = {
  person: string;
  role: 'coordinator' | 'researcher' | 'reviewer' | 'member' | 'reader';
  organisation?: string;
  awaits_second_key: boolean;
  csrf: string;
  idle_seconds: number;
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
    idle_seconds: number;
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

// GET /api/v1/history: What was done to the study, as you may see it
export type ShowHistoryAddress = {
  person?: string;
  most?: number;
};
export type ShowHistoryInput = Record<string, never>;
export type ShowHistoryOutput = {
  acts: {
    act: number;
    at: string;
    person: string;
    action: string;
    things: number;
  }[];
};

// POST /api/v1/undo: Take back what you did last
export type UndoInput = Record<string, never>;
export type UndoOutput = {
  act: number;
  at: string;
  person: string;
  action: string;
  things: number;
};

// POST /api/v1/redo: Do again what you took back last
export type RedoInput = Record<string, never>;
export type RedoOutput = {
  act: number;
  at: string;
  person: string;
  action: string;
  things: number;
};

// GET /api/v1/codebook: The codes, depth first, with counts of the codings that you may see
export type ShowCodebookInput = Record<string, never>;
export type ShowCodebookOutput = {
  codes: {
    code: string;
    parent?: string;
    kind: string;
    label: string;
    definition: string;
    depth: number;
    retired: boolean;
    own: number;
    with_below: number;
    version: string;
  }[];
};

// PATCH /api/v1/codebook/{code}: Another label or definition
export type EditCodeAddress = {
  code: string;
};
export type EditCodeInput = {
  label?: string;
  definition?: string;
};
export type EditCodeOutput = {
  code: string;
  parent?: string;
  kind: string;
  label: string;
  definition: string;
  depth: number;
  retired: boolean;
  own: number;
  with_below: number;
  version: string;
};

// GET /api/v1/documents: Texts that you may read
export type ListDocumentsInput = Record<string, never>;
export type ListDocumentsOutput = {
  documents: {
    document: string;
    organisation: string;
    title: string;
    language: string;
    version: number;
  }[];
};

// GET /api/v1/documents/{document}: One text as a whole
export type ReadDocumentAddress = {
  document: string;
};
export type ReadDocumentInput = Record<string, never>;
export type ReadDocumentOutput = {
  document: string;
  title: string;
  language: string;
  version: number;
  text: string;
  parts: {
    kind: string;
    level: number;
    range: {
      start: number;
      end: number;
    };
    page: number;
  }[];
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
  code: string;
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

// POST /api/v1/search: Passages with these words, in texts that you may read (POST: what is looked for stands in no address)
export type SearchInput = {
  question: string;
  regions?: string[];
  languages?: string[];
  codes?: string[];
  cases?: string[];
  most?: number;
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
};

// GET /api/v1/events: News of changes as they come, as server-sent events; ids only
export type EventsInput = Record<string, never>;
export type EventsOutput = {
  act: number;
  action: string;
  things: number;
};

export const routes = {
  lookAtLink: { method: 'POST', path: '/session/link' },
  join: { method: 'POST', path: '/session/join' },
  signIn: { method: 'POST', path: '/session' },
  showSession: { method: 'GET', path: '/session' },
  signOut: { method: 'DELETE', path: '/session' },
  refreshSession: { method: 'POST', path: '/session/fresh' },
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
  showHistory: { method: 'GET', path: '/history' },
  undo: { method: 'POST', path: '/undo' },
  redo: { method: 'POST', path: '/redo' },
  showCodebook: { method: 'GET', path: '/codebook' },
  editCode: { method: 'PATCH', path: '/codebook/{code}' },
  listDocuments: { method: 'GET', path: '/documents' },
  readDocument: { method: 'GET', path: '/documents/{document}' },
  listCodings: { method: 'GET', path: '/codings' },
  showCoding: { method: 'GET', path: '/documents/{document}/codings/{coding}' },
  applyCode: { method: 'PUT', path: '/documents/{document}/codings/{coding}' },
  editCoding: { method: 'PATCH', path: '/documents/{document}/codings/{coding}' },
  removeCoding: { method: 'DELETE', path: '/documents/{document}/codings/{coding}' },
  search: { method: 'POST', path: '/search' },
  events: { method: 'GET', path: '/events' },
} as const;
