/** Absences and the calendars they are read from, at the desk. */
package app.leeway.absence.web;
