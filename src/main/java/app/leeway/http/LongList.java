package app.leeway.http;

import app.leeway.shared.RefusedException;
import java.util.function.Consumer;

/** A list in a form that is too long to be held at once: each item is taken as it comes. */
final class LongList {

    private final String name;
    private final int itemsMax;
    private final int valuesMax;
    private final Consumer<Field> taking;
    private int items;
    private int values;

    /**
     * @param name of the field
     * @param valuesMax of all items together
     */
    LongList(String name, int itemsMax, int valuesMax, Consumer<Field> taking) {
        this.name = name;
        this.itemsMax = itemsMax;
        this.valuesMax = valuesMax;
        this.taking = taking;
    }

    String name() {
        return name;
    }

    /** The path of the next item. */
    String place() {
        return name + "[" + items + "]";
    }

    /**
     * @param held values of which it is made
     * @throws RefusedException INVALID too-long when it is one too many
     * @throws BadRequestException 413 too-large when all of them together hold too much
     */
    void take(Field item, int held) {
        if (++items > itemsMax) {
            throw RefusedException.invalid(
                    name, "too-long", name + " has more than " + itemsMax + " items");
        }
        values += held;
        if (values > valuesMax) {
            throw StrictJson.tooLarge(valuesMax);
        }
        if (item.isAbsent()) {
            item.wrong("missing", "is needed");
        } else {
            taking.accept(item);
        }
    }
}
