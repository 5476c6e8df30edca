/**
 * Done and to be looked at: what passed the rules, and a few of those inside them, picked by
 * chance. To learn from; nothing here can be held against anyone.
 */
package app.leeway.approval.look;
