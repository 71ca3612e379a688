using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class PreparedTextsTests
{
    [Fact]
    public void Frequent_texts_are_kept_however_many_others_came_first()
    {
        var texts = new PreparedTexts(othersMax: 2);
        string[] others = ["SELECT 1", "SELECT 2", "SELECT 3"];

        Assert.Equal([false, false, true], others.Select(text => texts.Get(text, [], isFrequent: false).IsTransient));
        var frequent = texts.Get("SELECT 4", ["a"], isFrequent: true);

        Assert.False(frequent.IsTransient);
        Assert.Same(frequent, texts.Get("SELECT 4", ["a"], isFrequent: true));
        Assert.Same(texts.Get("SELECT 1", [], isFrequent: false), texts.Get("SELECT 1", [], isFrequent: false));
    }
}
