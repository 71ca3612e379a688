using System.Reflection;
using Cryptocardium.Host.Pipeline;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Replies;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Modules.Tests.Kernel.Replies;

public sealed class IndexRepliesTests
{
    [Fact]
    public async Task A_step_that_is_not_stored_stays_in_memory_and_comes_again()
    {
        await using var services = new ServiceCollection()
            .AddScoped<Call>()
            .AddScoped(static _ => DispatchProxy.Create<ISender, RefusingSender>())
            .BuildServiceProvider();
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        await using var database = new Database(new DatabaseOptions(Engine.Sqlite, "unused"), []);
        var recent = new RecentReplies();
        var no = recent.Add(hash: 5);
        var index = new ReplyIndex(database, recent, scopes) { PassFrom = 1 };

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => IndexReplies.Job(index).Send(new JobSender(scopes, "req_1"), CancellationToken.None).AsTask());

        Assert.Equal(no, recent.Find(5));
        Assert.Equal(new ReplyNumber(5, no), Assert.Single(index.Next()!.Entries));
    }

    // Public, because a proxy derives from it.
    public class RefusingSender : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            new ValueTask<Result<int>>(Result<int>.Refuse(new Error(Errors.RateLimited)));
    }
}
