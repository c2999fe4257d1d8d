package dev.latchkey.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the one account. */
@Service
public class AccountService {

    private final JdbcClient jdbc;

    AccountService(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The account as it stands in the database now.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException before the first administrator has set it up
     */
    @Transactional(readOnly = true)
    public Account current() {
        return jdbc.sql("SELECT company_name, enforced_since, enforcement_version FROM account")
                .query(Account.class)
                .single();
    }

    /** Founds the account, as part of the set-up's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(String companyName) {
        jdbc.sql("INSERT INTO account (id, company_name) VALUES (1, :companyName)")
                .param("companyName", companyName)
                .update();
    }
}
