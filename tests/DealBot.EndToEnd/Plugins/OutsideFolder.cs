using System.Diagnostics;

namespace DealBot.EndToEnd.Plugins;

/// <summary>
/// An empty folder outside of the repository with a clone beside it, as an outsider has them. Packages and templates are kept apart from the user's own: an earlier
/// DealBot.Contracts of the same version must not be taken for this one, nor stay.
/// </summary>
internal sealed class OutsideFolder : IDisposable
{
    private static readonly string[] Cloned = ["src/DealBot.Contracts", "tests/DealBot.ContractKit", "samples"];
    private static readonly string[] ClonedFiles = ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "tests/Directory.Build.props", "DealBot.sln"];
    private static readonly string[] Built = ["bin", "obj", "packages"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly TempFolder _folder = new();

    public OutsideFolder()
    {
        var files = Cloned.SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(Built).Any());
        foreach (var file in files.Concat(ClonedFiles))
        {
            var target = Path.Combine(Clone, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Repository.Path(file), target);
        }

        Directory.CreateDirectory(_folder.File("work"));
        LendPackages();
    }

    public string Clone => _folder.File("clone");

    /// <summary>Runs blocks of commands one after another in one shell, up to the first that fails.</summary>
    public async Task<Ended> RunAsync(IEnumerable<string> blocks)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", string.Join('\n', blocks)])
        {
            WorkingDirectory = _folder.File("work"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{AppContext.BaseDirectory}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
                ["NUGET_PACKAGES"] = _folder.File("packages"),
                ["NUGET_FALLBACK_PACKAGES"] = _folder.File("lent"),
                ["DOTNET_CLI_HOME"] = _folder.File("home"),
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
                ["DOTNET_NOLOGO"] = "1",

                // Servers that outlive their build would keep the pipes open, and stay.
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["UseSharedCompilation"] = "false",
            },
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Ended(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What the user's own cache has of other packages need not be fetched again.</summary>
    private void LendPackages()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var lent = Directory.CreateDirectory(_folder.File("lent")).FullName;
        foreach (var package in Directory.EnumerateDirectories(cache).Where(package => !Path.GetFileName(package).StartsWith("dealbot", StringComparison.OrdinalIgnoreCase)))
        {
            Directory.CreateSymbolicLink(Path.Combine(lent, Path.GetFileName(package)), package);
        }
    }
}
