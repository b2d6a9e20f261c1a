namespace DealBot.Contracts.Tests.Api;

/// <summary>
/// The surface that plugins compile against is a file that people read. Set DEALBOT_UPDATE_GOLDENS=1 to take today's for good. With each release
/// PublicApi.approved.txt is copied to PublicApi.released.txt; from then on a change has to raise <see cref="ContractVersion"/>.
/// </summary>
public sealed class PublicApiTests
{
    private const string Switch = "DEALBOT_UPDATE_GOLDENS";

    private static readonly string Approved = FileOf("approved");
    private static readonly string Released = FileOf("released");
    private static readonly string Now = ApiLines.Write(ContractVersion.Current, PublicApi.Of(typeof(ContractVersion).Assembly));

    [Test]
    public void Public_surface_is_the_approved_one()
    {
        if (Environment.GetEnvironmentVariable(Switch) is { Length: > 0 } and not "0")
        {
            File.WriteAllText(Approved, Now);
            return;
        }

        var (before, after) = (File.ReadAllText(Approved).ReplaceLineEndings("\n").Split('\n'), Now.Split('\n'));

        Assert.That((after.Except(before), before.Except(after)), Is.EqualTo((Array.Empty<string>(), Array.Empty<string>())),
            $"new lines, then lines that are gone. If plugins are meant to see this, run: {Switch}=1 dotnet test tests/DealBot.Contracts.Tests --filter PublicApi");
        Assert.That(after, Is.EqualTo(before));
    }

    [Test]
    public void Version_was_raised_by_what_changed_since_the_last_release()
    {
        if (!File.Exists(Released))
        {
            Assert.That(ContractVersion.Current, Is.EqualTo("1.0"), "nothing has been released yet");
            return;
        }

        var least = ApiChange.LeastVersion(ApiLines.Read(File.ReadAllText(Released)), ApiLines.Read(Now));

        Assert.That(ApiChange.IsAtLeast(ContractVersion.Current, least), $"ContractVersion.Current and the version of DealBot.Contracts.csproj must be at least {least}");
    }

    [Test]
    public void Assembly_and_package_have_the_version_of_the_contract() =>
        Assert.That(typeof(ContractVersion).Assembly.GetName().Version!.ToString(2), Is.EqualTo(ContractVersion.Current));

    private static string FileOf(string state) => DealBot.Tests.Shared.Repository.Path("tests", "DealBot.Contracts.Tests", $"PublicApi.{state}.txt");
}
