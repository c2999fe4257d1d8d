-- Latchkey's database and its users. Run it as root of the database, with your own passwords.
-- Elsewhere than on the database's machine, replace localhost by the address that Latchkey connects from.
CREATE DATABASE latchkey CHARACTER SET utf8mb4;

-- Owns the tables: creates and changes them when a new version starts
CREATE USER latchkey_owner@localhost IDENTIFIED BY 'change-me-2';
GRANT ALL PRIVILEGES ON latchkey.* TO latchkey_owner@localhost;

-- Latchkey itself, which can't take the protection of the audit trail away
CREATE USER latchkey@localhost IDENTIFIED BY 'change-me-1';
GRANT SELECT, INSERT, UPDATE, DELETE ON latchkey.* TO latchkey@localhost;

-- Backups. It can't see triggers without TRIGGER, with which it could also drop them: keep its password from everybody else
CREATE USER latchkey_backup@localhost IDENTIFIED BY 'change-me-3';
GRANT SELECT, TRIGGER ON latchkey.* TO latchkey_backup@localhost;
