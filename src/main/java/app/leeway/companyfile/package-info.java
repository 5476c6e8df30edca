/**
 * The form of the company file: its sections, which the rooms that store them implement, its YAML
 * with the line of each mistake, and what differs between two files. Knows no other room.
 */
@Room(
        floor = 1,
        purpose =
                "the form of the company file: its sections, YAML with lines, references, what differs; knows no other room")
package app.leeway.companyfile;

import app.leeway.shared.Room;
