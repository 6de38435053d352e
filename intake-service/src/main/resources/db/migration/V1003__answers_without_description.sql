-- What residents write is stored sealed only; the answers kept for callers who ask again had it in clear.
update command set answer = (answer::jsonb - 'description')::text where answer like '%"description"%';
