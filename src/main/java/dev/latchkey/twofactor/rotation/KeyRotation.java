package dev.latchkey.twofactor.rotation;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.twofactor.keyset.CurrentKey;
import dev.latchkey.twofactor.keyset.Keyset;
import dev.latchkey.twofactor.keyset.KeysetEditor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the keys for the owner of the server, in three steps: add a key, make it the current one once every node has it, retire
 * the old ones once nothing is encrypted with them. The steps exclude each other on all hosts.
 * Ids of keys are as in the keyset file, without a sign.
 */
@Component
@NamedInterface("api")
public class KeyRotation {

    private final Keyset keyset;
    private final KeysetEditor editor;
    private final CurrentKey currentKey;
    private final KeysetNodeRepository nodes;
    private final SecretReencryption reencryption;
    private final AuditTrail auditTrail;

    KeyRotation(
            Keyset keyset,
            KeysetEditor editor,
            CurrentKey currentKey,
            KeysetNodeRepository nodes,
            SecretReencryption reencryption,
            AuditTrail auditTrail) {
        this.keyset = keyset;
        this.editor = editor;
        this.currentKey = currentKey;
        this.nodes = nodes;
        this.reencryption = reencryption;
        this.auditTrail = auditTrail;
    }

    /**
     * Adds a key that encrypts nothing yet.
     *
     * @param other writes the changed keyset to this new file, and leaves the one in use
     * @return its id
     * @throws dev.latchkey.twofactor.keyset.KeysetUnwritableException if the file cannot be written
     */
    @Transactional
    public long addKey(Optional<Path> other) {
        currentKey.hold();
        var added = Integer.toUnsignedLong(editor.add(other));
        record(AuditAction.KEY_ADDED, added);
        return added;
    }

    /**
     * Encrypts new data with the newest key of the file from now on; a running node follows within seconds.
     *
     * @return its id
     * @throws KeyRotationException if that is the current key already, or a node that runs does not have it
     */
    @Transactional
    public long rotate() {
        currentKey.hold();
        var keys = keyset.keys();
        var newest = keys.ids().getLast();
        if (newest == keys.currentId()) {
            throw new KeyRotationException(
                    "The newest key in %s, %d, is the current one already. Add one with --add-key first."
                            .formatted(keyset.file(), Integer.toUnsignedLong(newest)));
        }
        var without = nodes.withoutKey(Integer.toUnsignedLong(newest));
        if (!without.isEmpty()) {
            throw new KeyRotationException(
                    "These nodes don't have the key %d: %s. Copy the keyset file to them. They read it within seconds; a node that was stopped counts for two minutes."
                            .formatted(Integer.toUnsignedLong(newest), String.join(", ", without)));
        }
        currentKey.change(newest);
        var rotated = Integer.toUnsignedLong(newest);
        record(AuditAction.KEY_ROTATED, rotated);
        return rotated;
    }

    /**
     * Re-encrypts with the current key all secrets that can be decrypted, beside the nodes that run, which do the same.
     *
     * @param afterEach is told after each hundred
     * @return the ids of users whose secret cannot be decrypted with any key
     */
    public List<Long> reencryptAll(Consumer<KeyRotationProgress> afterEach) {
        var unreadable = reencryption.run(Integer.MAX_VALUE, afterEach);
        // A node that has not followed yet may have encrypted something meanwhile
        return reencryption.progress().oldKeySecrets() > unreadable.size()
                ? reencryption.run(Integer.MAX_VALUE, afterEach)
                : unreadable;
    }

    /**
     * Retires all keys that are older than the current one: they are of no use to anybody any more, except to verify seals of the
     * audit trail. Call {@link #reencryptAll} before.
     *
     * @param unreadable how many secrets cannot be decrypted with any key
     * @param other writes the changed keyset to this new file, and leaves the one in use
     * @return their ids
     * @throws KeyRotationException if there is none, a node still encrypts with one, or a secret is encrypted with one
     * @throws dev.latchkey.twofactor.keyset.KeysetUnwritableException if the file cannot be written
     */
    @Transactional
    public List<Long> retireKeys(int unreadable, Optional<Path> other) {
        currentKey.hold();
        var old = keyset.keys().olderIds();
        if (old.isEmpty()) {
            throw new KeyRotationException("There is no key to retire: no key in %s is older than the current one, %d."
                    .formatted(
                            keyset.file(), Integer.toUnsignedLong(keyset.keys().currentId())));
        }
        var late = nodes.notYetOn(keyset.keys().currentId());
        if (!late.isEmpty()) {
            throw new KeyRotationException(
                    "These nodes don't use the current key yet, or not for two minutes: %s. Try again in two minutes."
                            .formatted(String.join(", ", late)));
        }
        var left = reencryption.progress().oldKeySecrets();
        if (left > unreadable) {
            throw new KeyRotationException(
                    "%d secrets are still encrypted with an older key. Try again.".formatted(left));
        }
        editor.retire(old, other);
        var retired = old.stream().map(Integer::toUnsignedLong).toList();
        retired.forEach(keyId -> record(AuditAction.KEY_RETIRED, keyId));
        return retired;
    }

    private void record(AuditAction action, long keyId) {
        auditTrail.record(action, null, null, String.valueOf(keyId));
    }
}
