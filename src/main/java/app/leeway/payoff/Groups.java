package app.leeway.payoff;

import app.leeway.shared.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sorts those who got something into the groups that a report speaks of. */
final class Groups {

    /** Words of an episode that make groups of their own. */
    private static final List<String> WORDS = List.of("nth", "damage", "capital");

    private static final int GROUPS_MAX = 10_000;

    private Groups() {}

    /**
     * @throws RefusedException INVALID when they are more than anybody reads a report about
     */
    static SortedMap<Group, int[]> of(Columns columns) {
        Map<Group, List<Integer>> groups = new TreeMap<>();
        for (int i : columns.treated()) {
            for (Group group : of(columns.episode(i))) {
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(i);
            }
            if (groups.size() > GROUPS_MAX) {
                throw RefusedException.invalid(
                        "episodes",
                        "too-many-groups",
                        "episodes have kinds, clauses, sites and the like for more than "
                                + GROUPS_MAX
                                + " groups");
            }
        }
        SortedMap<Group, int[]> sorted = new TreeMap<>();
        groups.forEach((g, m) -> sorted.put(g, m.stream().mapToInt(i -> i).toArray()));
        return sorted;
    }

    private static List<Group> of(Episode episode) {
        List<Group> groups = new ArrayList<>();
        groups.add(Group.ALL);
        groups.add(new Group("kind", episode.kind()));
        episode.clauses().forEach(clause -> groups.add(new Group("clause", clause)));
        if (episode.site() != null) {
            groups.add(new Group("site", episode.site()));
            groups.add(new Group("kind-site", episode.kind() + "@" + episode.site()));
        }
        for (String word : WORDS) {
            if (episode.words().containsKey(word)) {
                groups.add(new Group(word, episode.words().get(word)));
            }
        }
        return groups;
    }
}
