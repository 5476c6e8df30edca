<#-- Each library of the archive, as docs/third-party.md lists it. -->
<#list dependencyMap as entry>
<#assign library = entry.getKey()>
| [${library.name!library.artifactId}](${(library.url!"")?replace("http://", "https://")}) | `${library.groupId}:${library.artifactId}` | ${library.version} | ${entry.getValue()?join(", ")} |
</#list>
