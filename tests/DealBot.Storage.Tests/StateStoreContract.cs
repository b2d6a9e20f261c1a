namespace DealBot.Storage.Tests;

public abstract class StateStoreContract : StorageContract
{
    [Test]
    public async Task What_was_never_set_is_null() => Assert.That(await Stage.State.GetAsync("slots_until", default), Is.Null);

    [Test]
    public async Task What_was_set_last_is_read_and_other_names_are_left_alone()
    {
        await Stage.State.SetAsync("a", "1", default);
        await Stage.State.SetAsync("b", "一", default);
        await Stage.State.SetAsync("a", "2", default);

        Assert.That(await Stage.State.GetAsync("a", default), Is.EqualTo("2"));
        Assert.That(await Stage.State.GetAsync("b", default), Is.EqualTo("一"));
    }
}
