using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Kernel.Jobs;

/// <summary>
/// Sends the messages of one job run. Each message has its own scope: no unit of work, connection or prepared result outlives it, and
/// messages can run concurrently. All of them carry the run's request id.
/// </summary>
/// <param name="scopes">Creates the scopes.</param>
/// <param name="requestId">The run's id, <c>req_…</c>.</param>
public sealed class JobSender(IServiceScopeFactory scopes, string requestId)
{
    /// <summary>Sends a command as the job caller.</summary>
    public async ValueTask<TResponse> Send<TResponse>(ICommand<TResponse> command, CancellationToken cancellationToken)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, cancellationToken);
    }

    /// <summary>Sends a query as the job caller.</summary>
    public async ValueTask<TResponse> Send<TResponse>(IQuery<TResponse> query, CancellationToken cancellationToken)
    {
        await using var scope = Open();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(query, cancellationToken);
    }

    private AsyncServiceScope Open()
    {
        var scope = scopes.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.Caller = Caller.Job;
        call.RequestId = requestId;
        return scope;
    }
}
