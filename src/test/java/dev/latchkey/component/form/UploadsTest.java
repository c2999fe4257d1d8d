package dev.latchkey.component.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.RefusedException;
import dev.latchkey.support.MovableClock;
import org.junit.jupiter.api.Test;

class UploadsTest {

    private static final int LARGE = 20 * 1024 * 1024;

    private final MovableClock clock = new MovableClock();
    private final Uploads uploads = new Uploads(clock);

    @Test
    void all_uploads_together_hold_no_more_than_the_bound_from_their_first_part_on() {
        var first = uploads.begin("1.csv", LARGE).orElseThrow();
        uploads.begin("2.csv", LARGE).orElseThrow();
        uploads.begin("3.csv", LARGE).orElseThrow();

        assertThat(uploads.begin("4.csv", LARGE)).isEmpty();
        assertThat(uploads.begin("small.csv", Uploads.MOST - 3 * LARGE)).isPresent();
        assertThat(uploads.begin("one byte more.csv", 1)).isEmpty();

        first.close();
        assertThat(uploads.begin("4.csv", LARGE)).isPresent();
    }

    @Test
    void a_file_that_was_taken_makes_room() {
        var whole = uploads.begin("1.csv", Uploads.MOST).orElseThrow();
        whole.add(0, new byte[Uploads.MOST]);
        assertThat(uploads.begin("2.csv", 1)).isEmpty();

        assertThat(whole.take()).hasSize(Uploads.MOST);

        assertThat(uploads.begin("2.csv", Uploads.MOST)).isPresent();
        assertThatExceptionOfType(RefusedException.class).isThrownBy(whole::take);
    }

    @Test
    void an_upload_that_does_not_go_on_gives_way_once_somebody_needs_the_room() {
        var left = uploads.begin("left.csv", Uploads.MOST - 1).orElseThrow();
        left.add(0, new byte[1]);
        clock.advance(Uploads.IDLE);
        assertThat(uploads.begin("small.csv", 1)).isPresent();
        assertThat(left.add(1, new byte[1])).as("nobody needed it").isTrue();

        clock.advance(Uploads.IDLE);
        assertThat(uploads.begin("large.csv", LARGE)).isPresent();

        assertThat(left.add(2, new byte[1])).isFalse();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(left::take)
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("file.dropped"));
    }

    @Test
    void a_part_that_does_not_follow_or_is_too_long_is_refused() {
        var upload = uploads.begin("1.csv", 4).orElseThrow();

        assertThat(upload.add(1, new byte[1])).isFalse();
        assertThat(upload.add(0, new byte[5])).isFalse();
        assertThat(upload.add(0, new byte[3])).isTrue();
        assertThat(upload.isComplete()).isFalse();
        assertThatExceptionOfType(RefusedException.class).isThrownBy(upload::take);
        assertThat(upload.add(3, new byte[1])).isTrue();
        assertThat(upload.isComplete()).isTrue();
    }
}
