namespace Mediator;

/// <summary>The one handler of a command; a missing or a second one is a build error (MEDI001, MEDI002).</summary>
public interface ICommandHandler<in TCommand, TResponse>
    where TCommand : ICommand<TResponse>
{
    /// <summary>Handles the command after all behaviours have let it through.</summary>
    ValueTask<TResponse> Handle(TCommand command, CancellationToken cancellationToken);
}
