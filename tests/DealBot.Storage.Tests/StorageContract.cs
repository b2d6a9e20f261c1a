namespace DealBot.Storage.Tests;

/// <summary>A contract of one port. A database derives it and supplies <see cref="SetStage"/>.</summary>
public abstract class StorageContract
{
    protected StorageStage Stage { get; private set; } = null!;

    protected abstract StorageStage SetStage();

    [SetUp]
    public void SetUpStage() => Stage = SetStage();

    [TearDown]
    public void TearDownStage() => Stage.Dispose();
}
