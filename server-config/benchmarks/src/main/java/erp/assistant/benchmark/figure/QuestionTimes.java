package erp.assistant.benchmark.figure;

import erp.assistant.benchmark.load.Ask;
import erp.assistant.benchmark.load.LoadWatcher;
import erp.assistant.stub.StubRequest;
import erp.assistant.stub.StubWatcher;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When which question was at a place, by the clock that browsers and providers of one machine share. */
final class QuestionTimes {

    private final Map<Long, Long> nanos = new ConcurrentHashMap<>();

    /** The first moment counts. */
    void note(long number, long at) {
        nanos.putIfAbsent(number, at);
    }

    OptionalLong of(long number) {
        Long at = nanos.get(number);
        return at == null ? OptionalLong.empty() : OptionalLong.of(at);
    }

    Set<Long> numbers() {
        return nanos.keySet();
    }

    LoadWatcher asked() {
        return new LoadWatcher() {
            @Override
            public void asked(long number, long at) {
                note(number, at);
            }
        };
    }

    LoadWatcher hungUp() {
        return new LoadWatcher() {
            @Override
            public void hungUp(long number, long at) {
                note(number, at);
            }
        };
    }

    StubWatcher arrived() {
        return new StubWatcher() {
            @Override
            public void arrived(StubRequest request, long at) {
                note(Ask.numberIn(request.body()), at);
            }
        };
    }

    StubWatcher refused() {
        return new StubWatcher() {
            @Override
            public void refused(StubRequest request, long at) {
                note(Ask.numberIn(request.body()), at);
            }
        };
    }

    StubWatcher abandoned() {
        return new StubWatcher() {
            @Override
            public void abandoned(StubRequest request, long at) {
                note(Ask.numberIn(request.body()), at);
            }
        };
    }
}
