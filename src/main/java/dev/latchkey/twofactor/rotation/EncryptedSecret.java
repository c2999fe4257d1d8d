package dev.latchkey.twofactor.rotation;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A secret as it is stored, with what guards its replacement. */
@Table("enrolment")
record EncryptedSecret(@Id long userId, long version, byte[] secretCiphertext) {

    @Override
    public String toString() {
        return "EncryptedSecret[userId=" + userId + ", version=" + version + "]";
    }
}
