using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Settings;

/// <summary>What a person sees whose settings can't be read. Standard error belongs to the whole process.</summary>
[NonParallelizable]
public sealed class SettingsCommandTests
{
    private readonly TextWriter _before = Console.Error;
    private StringWriter _errors = null!;
    private TempFolder _folder = null!;

    [SetUp]
    public void Listen()
    {
        _folder = new TempFolder();
        _errors = new StringWriter();
        Console.SetError(_errors);
    }

    [TearDown]
    public void Restore()
    {
        Console.SetError(_before);
        _errors.Dispose();
        _folder.Dispose();
    }

    [TestCase("appsettings.json")]
    [TestCase("nowhere/appsettings.json")]
    public async Task Missing_file_ends_with_a_fault_and_says_what_to_do(string name)
    {
        var code = await RunAsync("check", "--settings", _folder.File(name));

        Assert.That(code, Is.EqualTo(ExitCodes.Fault));
        Assert.That(_errors.ToString(), Does.Contain("找不到").And.Contain(name).And.Contain("appsettings.example.json"));
    }

    [TestCase("""{ "DealBot": """)]
    [TestCase("not json")]
    [TestCase("")]
    [TestCase("[]")]
    public async Task Broken_JSON_ends_with_a_fault_in_Chinese(string json)
    {
        File.WriteAllText(_folder.File("appsettings.json"), json);

        var code = await RunAsync("run", "--settings", _folder.File("appsettings.json"));

        Assert.That(code, Is.EqualTo(ExitCodes.Fault));
        Assert.That(_errors.ToString(), Does.Contain("appsettings.json 不是完整的 JSON"));
    }

    [Test]
    public async Task Language_of_the_command_line_is_the_language_of_faults()
    {
        var code = await RunAsync("check", "--lang", "en", "--settings", _folder.File("appsettings.json"));

        Assert.That(code, Is.EqualTo(ExitCodes.Fault));
        Assert.That(_errors.ToString(), Does.Contain("not found: copy appsettings.example.json"));
    }

    // The service's own body is Program.cs; what matters here is that it reads settings as it does.
    private static Task<int> RunAsync(params string[] args) =>
        CommandLine.InvokeAsync(args, (context, _) => Task.FromResult(context.ReadSettings() is null ? ExitCodes.Fault : ExitCodes.Done));
}
