# shellcheck shell=bash
# Read by the entry point of the MariaDB image, once, on an empty volume. MARIADB_USER owns the tables; this user reads and
# writes their rows, and cannot take the triggers of the audit trail away.
docker_process_sql --database=mysql <<SQL
CREATE USER 'latchkey_app'@'%' IDENTIFIED BY '$(</run/secrets/application)';
GRANT SELECT, INSERT, UPDATE, DELETE ON latchkey.* TO 'latchkey_app'@'%';
SQL
