package app.leeway.gesture;

import app.leeway.audit.NotedReads;
import app.leeway.customer.Customer;
import app.leeway.customer.Customers;
import app.leeway.organization.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Gestures that tell of customers, opened or listed by those whose task they are not. */
@ApplicationScoped
public class CustomerReads {

    @Inject NotedReads reads;

    @Inject Customers customers;

    /** One gesture; nothing is noted where it names no customer, or is the reader's own. */
    public void of(Actor reader, GestureDetail gesture) {
        GestureRow row = gesture.row();
        if (row.customer() != null && !row.user().equals(reader.user())) {
            reads.ofCustomers(reader, List.of(row.id().toString()));
        }
    }

    /** All that one customer was given; other lists are no entries. */
    public void of(Actor reader, GestureFilter filter) {
        if (filter.customer() != null && NotedReads.isBeyondTheTaskOf(reader)) {
            customers
                    .byCode(filter.customer())
                    .map(Customer::id)
                    .ifPresent(id -> reads.ofCustomers(reader, List.of(id.toString())));
        }
    }
}
