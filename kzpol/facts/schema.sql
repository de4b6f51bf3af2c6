-- The tables of data/kzpol.db. Dates are text, as precise as known: 2002, 2002-07 or 2002-07-15.
-- valid_from is included, valid_to is excluded; null is "not known" or, for valid_to, "still so".

create table meta (key text primary key, value text not null) without rowid;

create table source (
  id text primary key,
  kind text not null,        -- law, commission, official, observer, agency, reference, analysis
  title text not null,
  publisher text not null,
  author text,
  date text,
  url text,                  -- where it was published
  read_at text,              -- the copy that was read, if another
  language text,
  note text,
  repeats text references source (id)  -- the source whose text this one repeats
);

create table party (
  id text primary key,
  kind text not null,        -- party, movement, bloc, organisation
  name text not null, name_kk text, name_ru text, abbreviation text,
  founded text, registered text, ended text,
  status text not null,
  successor text references party (id),
  ideology text, seat text
);

create table party_name (
  id text primary key, party text not null references party (id),
  name text not null, lang text not null, form text not null, valid_from text, valid_to text
);
create index party_name_party on party_name (party);

create table registration (
  id text primary key, party text not null references party (id),
  name text, date text, until text, outcome text not null, authority text, detail text
);
create index registration_party on registration (party);
create index registration_date on registration (date);
create index registration_outcome on registration (outcome);

-- What public data sets call the party; one entry of theirs may stand for several lines here.
create table party_id (
  id text primary key, party text not null references party (id), scheme text not null, identifier text not null
);
create index party_id_party on party_id (party);

-- Days on which somebody lists a party as registered.
create table party_listed (id text primary key, party text not null references party (id), date text not null);

create table party_leader (
  id text primary key, party text not null references party (id),
  person text not null, person_kk text, person_ru text, role text not null, valid_from text, valid_to text
);
create index party_leader_party on party_leader (party);

create table party_link (
  id text primary key, party text not null references party (id),
  kind text not null,        -- merged-into, split-from, successor-of, member-of, allied-with
  other text not null references party (id), date text, detail text
);
create index party_link_party on party_link (party);
create index party_link_other on party_link (other);

-- The spans in which a party was registered, worked out from its registrations, its end, and the votes that it had a
-- list or candidates in, or was listed as registered. known_from and known_to are the days between which that is shown; outside them, but within
-- valid_from and valid_to, it is not known. valid_to is '' where nobody knows the end.
create table registered_span (
  party text not null references party (id), valid_from text not null, valid_to text,
  known_from text, known_to text, suspended integer not null
);
create index registered_span_party on registered_span (party);
create index registered_span_end on registered_span (valid_to);

create table election (
  id text primary key,
  body text not null, title text not null, title_kk text, title_ru text,
  date text, second_round text, called_on text, type text,
  seats_total integer, seats_list integer, seats_district integer, seats_other integer,
  count_stage text,          -- preliminary where no final count could be read
  registered_voters integer, votes_cast integer, turnout_pct real,
  valid_votes integer, invalid_votes integer, against_all_votes integer,
  approximate text
);
create index election_date on election (date);
create index election_body on election (body);

create table result (
  id text primary key,
  election text not null references election (id),
  date text,
  stage text not null,       -- final, preliminary, exit-poll
  contestant text not null, name text, name_kk text, name_ru text,
  party text references party (id),  -- the contestant itself, or the party of a candidate
  nominated_by text,
  votes integer, share_pct real, share_base text,
  seats_list integer, seats_district integer, seats_other integer, seats_total integer,
  candidates integer, pollster text,
  approximate text           -- values that are only known roughly, such as share_pct ~80
);
create index result_election on result (election);
create index result_party on result (party);
create index result_contestant on result (contestant);
create index result_date on result (date);

create table region (
  id text primary key, election text not null references election (id),
  region text not null, name text not null, name_kk text, name_ru text, stage text not null,
  turnout_pct real, registered_voters integer, votes_cast integer, approximate text,
  note text                  -- the hour of a count, and the like
);
create index region_election on region (election);

-- Single-member districts and who won them. `party` put the winner forward; nominated_by is whoever else did.
create table district (
  id text primary key, election text not null references election (id), number integer not null,
  name text, region text, winner text, party text references party (id), nominated_by text,
  votes integer, share_pct real, registered_voters integer
);
create index district_election on district (election);
create index district_party on district (party);

create table figure (
  id text primary key, party text references party (id), election text references election (id),
  what text not null, value, unit text, as_of text
);
create index figure_election on figure (election);
create index figure_party on figure (party);

create table rule (
  id text primary key, domain text not null, unit text not null,
  title text not null, title_kk text, title_ru text
);

create index rule_domain on rule (domain);

create table threshold (
  id text primary key, rule text not null references rule (id),
  value, valid_from text, valid_to text, act text, article text, adopted text, first_applied text, note text
);
create index threshold_rule on threshold (rule);
create index threshold_end on threshold (valid_to);
create index threshold_applied on threshold (valid_from) where first_applied is not null;

-- What happened. `subject` names the entry that an event was drawn from, if it was drawn from one.
create table event (
  id text primary key, date text, kind text not null,
  party text references party (id), election text references election (id),
  speaker text, text text not null, subject text
);
create index event_date on event (date);
create index event_party on event (party);
create index event_election on event (election);
create index event_kind on event (kind);
create index event_subject on event (subject) where subject is not null;

-- Who says so. The view `claim` is what to ask; behind it each text is kept once. A passage is what one source says at
-- one place, with the rank that it has; `chosen` marks the claims that stand behind the value in the tables above.
-- Kinds of event and the words for a figure (what, unit) are ours and no claims.
-- A longer value, a note and a place in a source stand in claim_text, an event's text in the event. A claim's number is
-- made of its subject and its number there. A source is named by the number of its row, its rowid: the build writes the
-- rows in order, and a vacuum leaves them so.
create table claim_subject (id integer primary key, name text not null unique);
create table claim_field (id integer primary key, name text not null unique);
create table claim_text (id integer primary key, text text not null);
create table claim_passage (
  id integer primary key, source integer not null, locator integer not null references claim_text (id),
  rank text, stage text, reason text, note integer references claim_text (id)  -- a null rank is normal
);
create table claim_said (
  subject integer not null references claim_subject (id), number integer not null,
  field integer not null references claim_field (id),
  value, text integer references claim_text (id), passage integer not null references claim_passage (id),
  chosen integer not null, primary key (subject, number)
) without rowid;
-- Where a source speaks: of some of the subjects from one to another. An index by source of all that is said is larger
-- by far.
create table claim_cited (
  source integer not null, first_subject integer not null references claim_subject (id),
  last_subject integer not null references claim_subject (id), primary key (source, first_subject)
) without rowid;
create view claim as
select (said.subject << 20) + said.number as id, subject.name as subject, field.name as field,
  coalesce(said.value, longer.text, (select text from event where event.id = subject.name)) as value,
  coalesce(passage.rank, 'normal') as rank, passage.stage, source.id as source, located.text as locator, passage.reason,
  noted.text as note, said.chosen
from claim_said said
join claim_subject subject on subject.id = said.subject
join claim_field field on field.id = said.field
join claim_passage passage on passage.id = said.passage
join claim_text located on located.id = passage.locator
left join source on source.rowid = passage.source
left join claim_text longer on longer.id = said.text
left join claim_text noted on noted.id = passage.note;

-- Where claims on one value differ. kind: "source" (they disagree) or "stage" (a first count and the final one).
create table conflict (
  id integer primary key, kind text not null,
  subject text not null, field text not null, preferred, reason text
);
create index conflict_subject on conflict (subject);

-- Sums that do not add up in the official record itself.
create table exception (
  election text not null references election (id), contestant text, "check" text not null, found text not null, reason text not null
);
create index exception_election on exception (election);

-- Our own words (headings, kinds, units, sentences) in the other languages; {} is what is filled in.
create table word (en text primary key, kk text not null, ru text not null) without rowid;

-- What was looked for and not found.
create table unknown (subject text not null, field text not null, note text not null);
create index unknown_subject on unknown (subject);

-- Every written form of a party's name, folded to a key, for finding it.
-- `words` are the folded words that tell one name from another, in alphabetical order.
create table alias (
  key text not null, words text not null, party text not null references party (id), written text not null, form text not null
);
create index alias_key on alias (key);
create index alias_words on alias (words);
create index alias_party on alias (party);

-- What full-text search looks through, in the order in which kinds of hit are shown. `entry` is the number of a row of
-- the kind's table (its rowid), or of a claim. The index keeps no text: titles and texts are those of the view.
create table search_kind (id integer primary key, name text not null);
create table search_entry (id integer primary key, kind integer not null references search_kind (id), entry integer not null);
create view search_text as
select id, kind, subject, title, said || replace(replace(subject, '-', ' '), '/', ' ') as text from (select id, kind, case kind
    when 'event' then (select coalesce(subject, event.id) from event where event.rowid = entry)
    when 'claim' then (select name from claim_subject where claim_subject.id = entry >> 20)
    when 'party' then (select party.id from party where party.rowid = entry)
    when 'election' then (select election.id from election where election.rowid = entry)
    when 'rule' then (select rule.id from rule where rule.rowid = entry)
    when 'person' then (select party_leader.id from party_leader where party_leader.rowid = entry)
    when 'figure' then (select figure.id from figure where figure.rowid = entry)
    when 'district' then (select district.id from district where district.rowid = entry)
    when 'source' then (select source.id from source where source.rowid = entry) end as subject,
  case kind
    when 'party' then (select name from party where party.rowid = entry)
    when 'election' then (select title from election where election.rowid = entry)
    when 'rule' then (select title from rule where rule.rowid = entry)
    when 'person' then (select person from party_leader where party_leader.rowid = entry)
    when 'event' then (select text from event where event.rowid = entry)
    when 'figure' then (select what from figure where figure.rowid = entry)
    when 'district' then (select coalesce(winner, name, region) from district where district.rowid = entry)
    when 'claim' then (select subject.name || ' ' || field.name || ': ' || coalesce(said.value, longer.text)
      from claim_said said join claim_subject subject on subject.id = said.subject
      join claim_field field on field.id = said.field left join claim_text longer on longer.id = said.text
      where said.subject = entry >> 20 and said.number = entry & 1048575)
    when 'source' then (select title from source where source.rowid = entry) end as title,
  case kind
    when 'party' then (select coalesce((select group_concat(written, ' · ') from alias where alias.party = party.id) || ' · ', '')
      || coalesce(ideology || ' · ', '') from party where party.rowid = entry)
    when 'election' then (select coalesce(title_ru || ' · ', '') || coalesce(title_kk || ' · ', '')
      || coalesce(date || ' · ', '') from election where election.rowid = entry)
    when 'rule' then (select coalesce(title_ru || ' · ', '') || coalesce(title_kk || ' · ', '') || coalesce((
        select group_concat(value || coalesce(' · ' || act, '') || coalesce(' · ' || note, ''), ' · ')
        from threshold where rule = rule.id) || ' · ', '') from rule where rule.rowid = entry)
    when 'person' then (select coalesce(person_ru || ' · ', '') || coalesce(person_kk || ' · ', '') || role || ' · '
      || party.name || ' · ' from party_leader join party on party.id = party_leader.party where party_leader.rowid = entry)
    when 'event' then (select coalesce(date || ' · ', '') || coalesce(speaker || ' · ', '')
      || coalesce((select name from party where party.id = event.party) || ' · ', '') from event where event.rowid = entry)
    when 'figure' then (select value || ' · ' || coalesce(unit || ' · ', '') || coalesce(as_of || ' · ', '')
      from figure where figure.rowid = entry)
    when 'district' then (select 'district ' || number || ' · ' || coalesce(name || ' · ', '') || coalesce(region || ' · ', '')
      || coalesce((select party.name from party where party.id = district.party) || ' · ', coalesce(nominated_by || ' · ', ''))
      || election.title || ' · ' from district join election on election.id = district.election where district.rowid = entry)
    when 'claim' then (select coalesce(passage.reason || ' · ', '') || source.id || ' · '
      from claim_said said join claim_passage passage on passage.id = said.passage
      join source on source.rowid = passage.source
      where said.subject = entry >> 20 and said.number = entry & 1048575)
    when 'source' then (select publisher || ' · ' || coalesce(author || ' · ', '') || coalesce(url || ' · ', '')
      from source where source.rowid = entry)
  end as said
from (select search_entry.id, search_kind.name as kind, entry from search_entry join search_kind on search_kind.id = search_entry.kind));
create virtual table search_index using fts5 (
  title, text, content = 'search_text', content_rowid = 'id', detail = 'none', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
-- The words of the index, each with the number of entries that have it.
create virtual table search_index_word using fts5vocab (search_index, row);
