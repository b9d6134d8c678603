-- What each request to a provider held: of an answer with look-ups a later request holds more than an earlier one, and not every provider
-- that was asked had all of it. Null in rows that are older than this: no more than the answer's, which its last request held.
ALTER TABLE attempt ADD COLUMN prompt_fields uuid;
ALTER TABLE attempt ADD COLUMN prompt_rows varchar;
-- False if it is known that the request did not leave; null while it is under way, after a crash, and in older rows.
ALTER TABLE attempt ADD COLUMN sent boolean;
