-- The language a customer is written to in, a language tag such as en or de.
ALTER TABLE customers ADD COLUMN language text NOT NULL DEFAULT 'en';
