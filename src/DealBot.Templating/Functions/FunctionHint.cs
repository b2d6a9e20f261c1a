using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>What an author may have meant by the name of a function that does not exist.</summary>
internal static class FunctionHint
{
    private const int MostSuggestions = 3;
    private const int LongestName = 40;

    /// <summary>What other template languages call the functions.</summary>
    private static readonly Dictionary<string, string[]> Foreign = new(StringComparer.Ordinal)
    {
        ["capfirst"] = ["string.capitalize"],
        ["count"] = ["array.size"],
        ["date"] = ["date.to_string"],
        ["dump"] = ["object.to_json"],
        ["e"] = ["html.escape"],
        ["float"] = ["string.to_float"],
        ["int"] = ["string.to_int"],
        ["json"] = ["object.to_json"],
        ["length"] = ["array.size", "string.size"],
        ["len"] = ["array.size", "string.size"],
        ["lower"] = ["string.downcase"],
        ["nl2br"] = ["html.newline_to_br"],
        ["number_format"] = ["math.format"],
        ["push"] = ["array.add"],
        ["slugify"] = ["string.handleize"],
        ["strftime"] = ["date.to_string"],
        ["strip_html"] = ["html.strip"],
        ["striptags"] = ["html.strip"],
        ["substring"] = ["string.slice"],
        ["title"] = ["string.capitalizewords"],
        ["tojson"] = ["object.to_json"],
        ["trim"] = ["string.strip"],
        ["unique"] = ["array.uniq"],
        ["upper"] = ["string.upcase"],
        ["urlencode"] = ["html.url_encode"],
        ["where"] = ["array.filter"],
    };

    /// <summary>A question to the author; null when no function is like it.</summary>
    /// <param name="context">The rendering, whose host may have functions too.</param>
    /// <param name="written">The name as the template has it, such as <c>upcase</c> or <c>string.upcas</c>.</param>
    public static string? For(RenderContext context, string written)
    {
        var suggestions = Suggest(written, context.Options.Functions);
        return suggestions.Length == 0 ? null : $"Did you mean {Enumerate(suggestions)}?";
    }

    /// <summary>The same for a member of something that is null: a hint only when that is a builtin object misspelt.</summary>
    public static string? ForMember(RenderContext context, string written)
    {
        var owner = written.Split('.')[0];
        return Builtins.All[owner] is null && Builtins.All.Any(member => member.Value is TemplateObject && EditDistance.IsClose(owner, member.Key) is not null)
            ? For(context, written)
            : null;
    }

    /// <summary>A sentence for a pipe such as <c>| default: 1</c>, as other template languages have it.</summary>
    /// <param name="written">The name before the colon.</param>
    public static string ForColon(string written)
    {
        var suggestions = Suggest(written, hostFunctions: null);
        return $"Arguments follow a function without a colon: `| {(suggestions.Length == 0 ? written : suggestions[0])} ...`.";
    }

    private static string[] Suggest(string written, TemplateObject? hostFunctions)
    {
        var parts = written.Split('.');
        if (written.Length > LongestName || parts.Length > 2 || parts.Any(part => part.Length == 0))
            return [];
        var owner = parts.Length == 2 ? parts[0] : "";
        var name = parts[^1];
        return Foreign.TryGetValue(name, out var known) ? known : [.. Names(hostFunctions)
            .Select(candidate => (candidate.Full, Distance: Distance(owner, name, candidate.Owner, candidate.Name)))
            .Where(candidate => candidate.Distance is not null)
            .GroupBy(candidate => candidate.Distance)
            .MinBy(group => group.Key)?
            .Select(candidate => candidate.Full)
            .Take(MostSuggestions) ?? []];
    }

    private static string Enumerate(string[] names)
    {
        var quoted = names.Select(name => $"`{name}`").ToArray();
        return quoted.Length == 1 ? quoted[0] : $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}";
    }

    /// <summary>How far a function is from what was written: by its name, and a little by the object it belongs to; null when too far.</summary>
    private static int? Distance(string writtenOwner, string writtenName, string owner, string name)
    {
        const int otherOwner = 10;
        var ofName = EditDistance.IsClose(writtenName, name);
        if (ofName is null || writtenOwner.Length == 0 || writtenOwner == owner)
            return ofName;
        var ofOwner = EditDistance.IsClose(writtenOwner, owner);
        // Another object altogether: only the very same function name is a fair guess.
        return ofOwner is not null ? ofName + ofOwner : ofName == 0 ? otherOwner : null;
    }

    private static IEnumerable<(string Full, string Owner, string Name)> Names(TemplateObject? hostFunctions)
    {
        foreach (var (name, value) in Builtins.All.Concat(hostFunctions ?? []))
        {
            if (value is TemplateFunction)
                yield return (name, "", name);
            else if (value is TemplateObject members)
                foreach (var function in members.Where(member => member.Value is TemplateFunction))
                    yield return ($"{name}.{function.Key}", name, function.Key);
        }
    }
}
