using Dapper;
using DealBot.Storage.Sqlite;

namespace DealBot.Storage.Tests.Sqlite;

/// <summary>A copy of a database in use.</summary>
public sealed class SqliteCopyTests
{
    private const string Pair = "INSERT INTO state VALUES (@a, @filler); INSERT INTO state VALUES (@b, @filler)";

    private SqliteStage _stage = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _stage = new SqliteStage();
        for (var i = 0; i < 40; i++)
        {
            await WritePairAsync($"first{i}", new string('x', 60_000));
        }
    }

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public void Copy_is_of_one_moment_though_a_writer_is_busy_at_every_step_of_it()
    {
        using var source = OldDatabase.Open(_stage.Path);
        var target = _stage.Path + ".copy";
        var written = 0;
        var steps = 0;

        SqliteCopy.Write(
            source,
            target,
            _ =>
            {
                steps++;
                WritePairAsync($"during{written++}", "y").GetAwaiter().GetResult();
            },
            default);

        using var copy = OldDatabase.Open(target);
        Assert.That(steps, Is.GreaterThan(1), "the copy is made in steps");
        Assert.That(steps, Is.LessThan(10), "no step was made anew");
        Assert.That(copy.ExecuteScalar<long>("SELECT COUNT(*) FROM state WHERE name LIKE 'first%'"), Is.EqualTo(80));
        Assert.That(copy.ExecuteScalar<long>("SELECT COUNT(*) FROM state WHERE name LIKE 'during%'"), Is.Zero);
        Assert.That(_stage.One<long>("SELECT COUNT(*) FROM state WHERE name LIKE 'during%'"), Is.EqualTo(written * 2L));
    }

    [Test]
    public void Copy_is_one_file_that_only_its_owner_may_read()
    {
        var target = _stage.Path + ".copy";
        using (var source = OldDatabase.Open(_stage.Path))
        {
            SqliteCopy.Write(source, target, static _ => { }, default);
        }

        Assert.That(Directory.GetFiles(Path.GetDirectoryName(target)!, "*.copy*"), Has.Length.EqualTo(1));
        Assert.That(OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(target), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void Copy_given_up_half_way_leaves_nothing()
    {
        var target = _stage.Path + ".copy";
        using var source = OldDatabase.Open(_stage.Path);
        using var giveUp = new CancellationTokenSource();

        Assert.That(() => SqliteCopy.Write(source, target, _ => giveUp.Cancel(), giveUp.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(Directory.GetFiles(Path.GetDirectoryName(target)!, "*.copy*"), Is.Empty);
    }

    private Task<int> WritePairAsync(string name, string filler) => _stage.Database.WriteAsync(
        (connection, transaction) => connection.Execute(Pair, new { a = name + "a", b = name + "b", filler }, transaction), default);
}
