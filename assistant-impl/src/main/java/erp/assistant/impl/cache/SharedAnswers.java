package erp.assistant.impl.cache;

import java.util.Optional;

/** The remembered answers of all servers on one database. */
interface SharedAnswers {

    /** None are shared. */
    SharedAnswers NONE = new SharedAnswers() {
        @Override
        public Optional<CachedAnswer> find(CacheKey key) {
            return Optional.empty();
        }

        @Override
        public void keep(CacheKey key, CachedAnswer answer) {
            // shared with nobody
        }
    };

    /** Returns soon; what cannot be read by then is not there. Never throws. */
    Optional<CachedAnswer> find(CacheKey key);

    /** Returns at once; what cannot be written is not shared. Never throws. */
    void keep(CacheKey key, CachedAnswer answer);
}
