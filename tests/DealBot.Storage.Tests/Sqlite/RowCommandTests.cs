using Microsoft.Data.Sqlite;

namespace DealBot.Storage.Tests.Sqlite;

public sealed class RowCommandTests
{
    private SqliteConnection _connection = null!;
    private SqliteTransaction _transaction = null!;

    [SetUp]
    public void SetUp()
    {
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
        _transaction = _connection.BeginTransaction();
    }

    [TearDown]
    public void TearDown()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    [Test]
    public void Each_run_has_its_own_values_whatever_the_one_before_had()
    {
        using var command = new RowCommand(_connection, _transaction, "SELECT @p0, @p1, @p2");

        RowValue[][] runs = [["甲", 1L, default], ["甲", 2L, "text"], [default, 2L, 0L], ["甲", default, "0"], ["乙", 0L, ""]];

        foreach (var values in runs)
        {
            Assert.That(command.With(values).Row(), Is.EqualTo(values));
        }
    }

    [Test]
    public void Parameters_are_found_by_their_number_in_whatever_order_the_statement_names_them()
    {
        using var command = new RowCommand(_connection, _transaction, "SELECT @p3, @p1, @p3");

        Assert.That(command.With("none", "second", "none", "fourth", "none").Row(), Is.EqualTo(new RowValue[] { "fourth", "second", "fourth" }));
    }

    [Test]
    public void Long_text_is_kept_whole()
    {
        var text = new string('字', 5000);
        using var command = new RowCommand(_connection, _transaction, "SELECT @p0");

        Assert.That(command.With(text).Row()![0].Text, Is.EqualTo(text));
    }

    [Test]
    public void All_rows_can_be_read_again_after_a_reader_that_stopped_early()
    {
        using var command = new RowCommand(_connection, _transaction, "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT @p0");

        var first = command.With(3L).Rows().First()[0].Number;
        var all = command.With(4L).Rows().Select(row => row[0].Number).ToList();

        Assert.That((first, all), Is.EqualTo(((long?)1, new List<long?> { 1, 2, 4 })));
    }
}
