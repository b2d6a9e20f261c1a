namespace DealBot.Templating.Loading;

/// <summary>Paths with every link on the way resolved, that of a folder as well as that of the file.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The path; null when links lead in circles or cannot be read. What does not exist is left as it is written.</summary>
    public static string? Of(string path)
    {
        var links = 0;
        var root = Path.GetPathRoot(path)!;
        var resolved = root;
        var left = new Stack<string>(Parts(path[root.Length..]));
        while (left.TryPop(out var part))
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            var next = Path.Combine(resolved, part);
            if (!TryReadLink(next, out var target))
                return null;
            if (target is null)
            {
                resolved = next;
                continue;
            }

            if (++links > MostLinks)
                return null;
            var targetRoot = Path.GetPathRoot(target) ?? "";
            resolved = targetRoot.Length > 0 ? targetRoot : resolved;
            foreach (var targetPart in Parts(target[targetRoot.Length..]))
                left.Push(targetPart);
        }

        return resolved;
    }

    /// <summary>The parts, last first, as a stack takes them.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Where(part => part is not ("" or ".")).Reverse();

    private static bool TryReadLink(string path, out string? target)
    {
        target = null;
        try
        {
            target = new FileInfo(path).LinkTarget;
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
