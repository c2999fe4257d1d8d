package dev.latchkey.signin.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.signin.navigation.PostSignInRedirect.Reason;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.OpenPage;
import dev.latchkey.support.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LatchkeyTest
class PostSignInRedirectTest {

    @Autowired
    private Routes routes;

    private OpenPage page;

    @BeforeEach
    void aPage() {
        page = new OpenPage(routes);
    }

    @Test
    void it_goes_by_way_of_its_reason_and_on_to_what_was_asked_for_once() {
        var redirect = new PostSignInRedirect(Reason.FIRST_RECOVERY_CODES, "/access-management/users");

        assertThat(redirect.begin(page.request()))
                .isEqualTo(SignInPaths.FIRST_RECOVERY_CODES + "?continue=%2Faccess-management%2Fusers");

        page.does(() -> {
            assertThat(PostSignInRedirect.current(Reason.FIRST_RECOVERY_CODES)).contains(redirect);
            assertThat(PostSignInRedirect.current(Reason.RECOVERY_CODE_USED)).isEmpty();
            assertThat(PostSignInRedirect.end()).isEqualTo("/access-management/users");
            assertThat(PostSignInRedirect.current(Reason.FIRST_RECOVERY_CODES)).isEmpty();
        });
    }

    @Test
    void where_there_is_none_it_ends_at_home() {
        page.does(() -> {
            assertThat(PostSignInRedirect.current(Reason.RECOVERY_CODE_USED)).isEmpty();
            assertThat(PostSignInRedirect.end()).isEqualTo(Destination.HOME.path());
        });
    }

    @Test
    void it_leads_on_where_a_page_was_asked_for_and_not_just_the_application() {
        assertThat(new PostSignInRedirect(Reason.RECOVERY_CODE_USED, "/profile").leadsOn())
                .isTrue();
        assertThat(new PostSignInRedirect(Reason.RECOVERY_CODE_USED, Destination.HOME.path()).leadsOn())
                .isFalse();
    }
}
