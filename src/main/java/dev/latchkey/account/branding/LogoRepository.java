package dev.latchkey.account.branding;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The organisation's only logo, if it has one. */
interface LogoRepository extends Repository<LogoRepository.StoredLogo, Integer> {

    @Query("SELECT hash FROM organisation_logo")
    Optional<String> hash();

    @Query("SELECT id, hash, png, width, height FROM organisation_logo")
    Optional<StoredLogo> find();

    @Modifying
    @Query("""
            INSERT INTO organisation_logo (id, hash, png, width, height) VALUES (1, :hash, :png, :width, :height)
            ON DUPLICATE KEY UPDATE hash = :hash, png = :png, width = :width, height = :height
            """)
    void store(String hash, byte[] png, int width, int height);

    /** False if there is none. */
    @Modifying
    @Query("DELETE FROM organisation_logo")
    boolean delete();

    /** A row. */
    record StoredLogo(int id, String hash, byte[] png, int width, int height) {

        Logo logo() {
            return new Logo(hash, png, width, height);
        }
    }
}
