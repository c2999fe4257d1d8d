package dev.latchkey.twofactor.rotation;

/** Does what a node does with its keyset every few seconds, without waiting for it. */
public final class KeysetPump {

    private final KeysetRefresh refresh;
    private final ReencryptionJob job;

    KeysetPump(KeysetRefresh refresh, ReencryptionJob job) {
        this.refresh = refresh;
        this.job = job;
    }

    /** Reads the keyset file, follows the current key, and tells the other nodes. */
    public void refresh() {
        refresh.refresh();
    }

    /** Re-encrypts, as far as one run of the job does. */
    public void reencrypt() {
        job.reencrypt();
    }
}
