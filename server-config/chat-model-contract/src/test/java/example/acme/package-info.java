/** A model that somebody else has written, under the contract; and with defects, to see the contract find them. */
@NullMarked
package example.acme;

import org.jspecify.annotations.NullMarked;
