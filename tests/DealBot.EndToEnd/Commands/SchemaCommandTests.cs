namespace DealBot.EndToEnd.Commands;

public sealed class SchemaCommandTests
{
    [Test]
    public async Task Schemas_are_written_where_they_are_wanted()
    {
        using var folder = new TempFolder();

        var ended = await DealBotProcess.RunAsync(folder.Path, "schema", "--out", "editor/schemas");

        Assert.That(ended.Code, Is.Zero);
        Assert.That(
            Directory.EnumerateFiles(folder.File("editor/schemas")).Select(Path.GetFileName),
            Is.EquivalentTo(Directory.EnumerateFiles(Repository.Path("config", "schema")).Select(Path.GetFileName)));
        Assert.That(
            File.ReadAllText(folder.File("editor/schemas/groups.schema.json")),
            Is.EqualTo(File.ReadAllText(Repository.Path("config", "schema", "groups.schema.json"))),
            "run dealbot schema");
    }
}
