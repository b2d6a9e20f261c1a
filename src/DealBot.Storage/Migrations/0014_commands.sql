-- The text that members copy where their chat blocks a link; nothing where it does not.
ALTER TABLE post_deals ADD COLUMN command TEXT;
