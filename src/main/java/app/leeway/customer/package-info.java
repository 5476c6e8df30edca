/** Customers, and how the floor finds one by anything they can say. */
@Room(
        floor = 2,
        purpose = "customers and how they are found",
        tables = {"customer", "customer_file", "customer_file_problem"})
package app.leeway.customer;

import app.leeway.shared.Room;
