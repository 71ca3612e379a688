using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Mediator.Tests;

public sealed class PipelineTests
{
    [Fact]
    public async Task Behaviours_run_in_the_order_of_their_registration_around_the_handler()
    {
        var trail = new Trail();

        Assert.Equal("pong 1", await Send(trail, new Ping(1), typeof(Outer<,>), typeof(Inner<,>)));

        Assert.Equal(["outer in", "inner in", "handler made", "handled 1", "inner out", "outer out"], trail.Steps);
    }

    [Fact]
    public async Task A_behaviour_that_answers_by_itself_keeps_the_handler_from_being_made()
    {
        var trail = new Trail();

        Assert.Equal("replayed", await Send(trail, new Ping(1), typeof(Outer<,>), typeof(Replay)));

        Assert.Equal(["outer in", "outer out"], trail.Steps);
    }

    [Fact]
    public async Task A_behaviour_may_call_next_again_and_gets_the_whole_rest_of_the_chain()
    {
        var trail = new Trail();

        Assert.Equal("pong 1", await Send(trail, new Ping(1), typeof(Twice<,>), typeof(Inner<,>)));

        Assert.Equal(
            ["inner in", "handler made", "handled 1", "inner out", "inner in", "handled 1", "inner out"], trail.Steps);
    }

    [Fact]
    public async Task Without_behaviours_the_handler_answers()
    {
        Assert.Equal("pong 3", await Send(new Trail(), new Ping(3)));
    }

    [Fact]
    public async Task Exceptions_pass_through_unchanged()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Send(new Trail(), new Ping(-1), typeof(Inner<,>)));

        Assert.Equal("negative", thrown.Message);
    }

    [Fact]
    public async Task Handlers_live_as_long_as_the_scope()
    {
        var trail = new Trail();
        await using var services = Services(trail);
        await using var scope = services.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();

        await sender.Send(new Ping(1), NoToken);
        await sender.Send(new Ping(2), NoToken);

        Assert.Equal(["handler made", "handled 1", "handled 2"], trail.Steps);
        Assert.Same(sender, scope.ServiceProvider.GetRequiredService<IMediator>());
    }

    private static CancellationToken NoToken => CancellationToken.None;

    private static async Task<string> Send(Trail trail, Ping ping, params Type[] behaviors)
    {
        await using var services = Services(trail, behaviors);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(ping, NoToken);
    }

    private static ServiceProvider Services(Trail trail, params Type[] behaviors)
    {
        var services = new ServiceCollection().AddSingleton(trail).AddMediator();
        foreach (var behavior in behaviors)
        {
            var service = behavior.IsGenericTypeDefinition ? typeof(IPipelineBehavior<,>) : typeof(IPipelineBehavior<Ping, string>);
            services.AddScoped(service, behavior);
        }

        return services.BuildServiceProvider(validateScopes: true);
    }

    internal sealed record Ping(int Number) : ICommand<string>;

    internal sealed class PingHandler : ICommandHandler<Ping, string>
    {
        private readonly Trail trail;

        public PingHandler(Trail trail)
        {
            this.trail = trail;
            trail.Steps.Add("handler made");
        }

        public ValueTask<string> Handle(Ping command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (command.Number < 0)
            {
                throw new InvalidOperationException("negative");
            }

            trail.Steps.Add($"handled {command.Number}");
            return new($"pong {command.Number}");
        }
    }

    internal sealed class Trail
    {
        public List<string> Steps { get; } = [];
    }

    private sealed class Outer<TMessage, TResponse>(Trail trail) : Marking<TMessage, TResponse>("outer", trail)
        where TMessage : IMessage;

    private sealed class Inner<TMessage, TResponse>(Trail trail) : Marking<TMessage, TResponse>("inner", trail)
        where TMessage : IMessage;

    private abstract class Marking<TMessage, TResponse>(string name, Trail trail) : IPipelineBehavior<TMessage, TResponse>
        where TMessage : IMessage
    {
        public async ValueTask<TResponse> Handle(
            TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
        {
            trail.Steps.Add($"{name} in");
            var response = await next(message, cancellationToken);
            trail.Steps.Add($"{name} out");
            return response;
        }
    }

    private sealed class Twice<TMessage, TResponse> : IPipelineBehavior<TMessage, TResponse>
        where TMessage : IMessage
    {
        public async ValueTask<TResponse> Handle(
            TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
        {
            await next(message, cancellationToken);
            return await next(message, cancellationToken);
        }
    }

    private sealed class Replay : IPipelineBehavior<Ping, string>
    {
        public ValueTask<string> Handle(
            Ping message, MessageHandlerDelegate<Ping, string> next, CancellationToken cancellationToken) => new("replayed");
    }
}
