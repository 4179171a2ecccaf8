package vn.tiepdon.server.checkin;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One wish in a {@link Line}. */
final class Place<W, A> {

    enum News {
        /** The next round is this one's to do. */
        TURN,
        /** Somebody else has done it. */
        ANSWERED,
        /** Nobody came in time. */
        LEFT
    }

    private final W wish;
    private final CompletableFuture<News> news = new CompletableFuture<>();
    private A answer;
    private Throwable failure;

    Place(W wish) {
        this.wish = wish;
    }

    W wish() {
        return wish;
    }

    boolean left() {
        return news.getNow(null) == News.LEFT;
    }

    /** @return false when this one has left */
    boolean promote() {
        return news.complete(News.TURN);
    }

    void tell(A result) {
        answer = result;
        news.complete(News.ANSWERED);
    }

    void tell(Throwable reason) {
        failure = reason;
        news.complete(News.ANSWERED);
    }

    News awaitNews(Duration atMost) {
        try {
            return news.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLong) {
            return leave();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return leave();
        } catch (ExecutionException never) {
            throw new IllegalStateException("news are never an exception", never);
        }
    }

    private News leave() {
        news.complete(News.LEFT);
        return news.join();
    }

    /** @throws LineTooLongException for one who left */
    A answer() {
        if (left()) {
            throw new LineTooLongException();
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure instanceof Error thrown) {
            throw thrown;
        }
        return answer;
    }
}
