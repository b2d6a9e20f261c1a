namespace DealBot.Core.Configuration;

/// <summary>Tells by its name whether a setting is a secret: the same rule for what is shown of faults and for what is masked in logs.</summary>
public static class SecretNames
{
    private static readonly string[] Words = ["secret", "key", "token", "password"];

    /// <summary>Whether a name, or a text that holds names, speaks of a secret.</summary>
    public static bool Speaks(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
