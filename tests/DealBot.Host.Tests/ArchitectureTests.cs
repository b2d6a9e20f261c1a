using System.Xml.Linq;

namespace DealBot.Host.Tests;

/// <summary>The arrows of the design, read from the project files.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["DealBot.Contracts"] = [],
        ["DealBot.Templating"] = [],
        ["DealBot.Imaging"] = [],
        ["DealBot.Core"] = ["DealBot.Contracts", "DealBot.Templating", "DealBot.Imaging"],
        ["DealBot.Networks"] = ["DealBot.Contracts"],
        ["DealBot.Adapters"] = ["DealBot.Contracts"],
        ["DealBot.Storage"] = ["DealBot.Core"],
        ["DealBot.Simulators"] = ["DealBot.Contracts"],
        ["DealBot.Host"] =
        [
            "DealBot.Contracts", "DealBot.Templating", "DealBot.Imaging", "DealBot.Core",
            "DealBot.Networks", "DealBot.Adapters", "DealBot.Storage", "DealBot.Simulators",
        ],
    };

    private static string[] Projects { get; } =
        [.. Directory.EnumerateFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    [Test]
    public void Source_holds_exactly_the_projects_of_the_design() =>
        Assert.That(Projects.Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(Allowed.Keys));

    [TestCaseSource(nameof(Projects))]
    public void Project_references_only_what_the_design_allows(string project)
    {
        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Assert.That(references, Is.SubsetOf(Allowed[Path.GetFileNameWithoutExtension(project)]));
    }

    [Test]
    public void Only_the_host_knows_Quartz() =>
        Assert.That(ProjectsWhere(project => Items(project, "PackageReference").Any(package => package.StartsWith("Quartz", StringComparison.Ordinal))), Is.EqualTo(new[] { "DealBot.Host" }));

    [Test]
    public void Only_host_and_simulators_know_the_web_server() =>
        Assert.That(ProjectsWhere(KnowsWebServer), Is.EquivalentTo(new[] { "DealBot.Host", "DealBot.Simulators" }));

    [TestCase("DealBot.Contracts")]
    [TestCase("DealBot.Templating")]
    public void What_others_compile_against_needs_the_base_library_only(string name) =>
        Assert.That(Items(Repository.Path("src", name, $"{name}.csproj"), "PackageReference"), Is.Empty);

    private static IEnumerable<string?> ProjectsWhere(Func<string, bool> condition) => Projects.Where(condition).Select(Path.GetFileNameWithoutExtension);

    private static bool KnowsWebServer(string project) =>
        XDocument.Load(project).Root!.Attribute("Sdk")!.Value == "Microsoft.NET.Sdk.Web"
        || Items(project, "FrameworkReference").Concat(Items(project, "PackageReference")).Any(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(item => item.Attribute("Include")!.Value);
}
