using System.Globalization;

namespace DealBot.Contracts.Tests.Api;

/// <summary>What a change of the surface asks of the version. A pure function.</summary>
internal static class ApiChange
{
    /// <summary>The least version that a surface may have after a released one.</summary>
    public static string LeastVersion(ApiLines released, ApiLines now)
    {
        var (major, minor) = Parts(released.Version);
        var gone = released.Lines.Except(now.Lines);
        var added = now.Lines.Except(released.Lines).ToList();
        return gone.Any() || added.Exists(line => MustBeImplemented(line, released)) ? $"{major + 1}.0"
            : added.Count > 0 ? $"{major}.{minor + 1}"
            : released.Version;
    }

    public static bool IsAtLeast(string version, string least) => Parts(version).CompareTo(Parts(least)) >= 0;

    /// <summary>A member without a body breaks whoever implements the interface, or derives from the class, already.</summary>
    private static bool MustBeImplemented((string Type, string? Member) line, ApiLines released) =>
        (line.Member?.StartsWith("abstract ", StringComparison.Ordinal) == true || line.Member?.StartsWith("required ", StringComparison.Ordinal) == true)
        && released.Lines.Contains((line.Type, null));

    private static (int Major, int Minor) Parts(string version) => version.Split('.') is [var major, var minor]
        ? (int.Parse(major, CultureInfo.InvariantCulture), int.Parse(minor, CultureInfo.InvariantCulture))
        : throw new FormatException($"{version} is no version of a contract");
}
