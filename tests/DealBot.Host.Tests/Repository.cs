namespace DealBot.Tests.Shared;

/// <summary>The checked-out tree that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root, where the solution lies.</summary>
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "DealBot.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("DealBot.sln lies in no folder above the tests.");
        }

        return folder;
    }
}
