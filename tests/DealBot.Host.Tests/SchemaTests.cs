using DealBot.Host.Commands;

namespace DealBot.Host.Tests;

public sealed class SchemaTests
{
    private static IEnumerable<string> Names => SchemaCommand.All().Keys;

    [Test]
    public void Every_schema_is_committed_and_no_other() => Assert.That(
        Directory.EnumerateFiles(Repository.Path("config", "schema")).Select(Path.GetFileName),
        Is.EquivalentTo(SchemaCommand.All().Keys),
        "run dealbot schema");

    [TestCaseSource(nameof(Names))]
    public void Committed_schema_is_what_the_code_says(string name) => Assert.That(
        File.ReadAllText(Repository.Path("config", "schema", name)),
        Is.EqualTo(SchemaCommand.All()[name]),
        "run dealbot schema");
}
