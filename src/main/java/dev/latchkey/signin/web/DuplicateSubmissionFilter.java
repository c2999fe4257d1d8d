package dev.latchkey.signin.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers the second click of a double click like the first: the same form of the same page, sent twice by the same browser, is one
 * submission. Without this, the duplicate finds a spent code, in a session that the first one has just replaced, and a browser that
 * dropped the first answer is not logged in. Only a request with the same session cookie, the same token of that rendering of the
 * page and the same input gets the answer again, within {@link #LIFE}.
 */
public final class DuplicateSubmissionFilter extends OncePerRequestFilter {

    /** How long an answer is kept for a duplicate. */
    static final Duration LIFE = Duration.ofSeconds(10);

    private static final int MOST = 1_000;
    private static final int PATIENCE_SECONDS = 15;

    private final RequestMatcher forms;
    private final Cache<FormSubmission, CompletableFuture<Optional<Answer>>> submissions =
            Caffeine.newBuilder().expireAfterWrite(LIFE).maximumSize(MOST).build();

    /** Handles those forms. */
    public DuplicateSubmissionFilter(RequestMatcher forms) {
        this.forms = forms;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !forms.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var submission = FormSubmission.of(request);
        var own = new CompletableFuture<Optional<Answer>>();
        var first = submission.map(form -> submissions.asMap().putIfAbsent(form, own));
        var answer = first.flatMap(DuplicateSubmissionFilter::await);
        if (answer.isPresent()) {
            answer.get().repeatTo(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            own.complete(Answer.in(response));
        }
    }

    private static Optional<Answer> await(CompletableFuture<Optional<Answer>> first) {
        try {
            return first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    /** The target of an answer, with its cookies; only redirects are kept. */
    private record Answer(int status, String location, List<String> cookies) {

        static Optional<Answer> in(HttpServletResponse response) {
            var location = response.getHeader(HttpHeaders.LOCATION);
            return location == null
                    ? Optional.empty()
                    : Optional.of(new Answer(
                            response.getStatus(), location, copyOf(response.getHeaders(HttpHeaders.SET_COOKIE))));
        }

        private static List<String> copyOf(@Nullable Collection<String> headers) {
            return headers == null ? List.of() : List.copyOf(headers);
        }

        void repeatTo(HttpServletResponse response) {
            response.setStatus(status);
            response.setHeader(HttpHeaders.LOCATION, location);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            cookies.forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
        }
    }
}
