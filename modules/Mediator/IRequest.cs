namespace Mediator;

/// <summary>A message that is neither clearly a command nor clearly a query.</summary>
/// <typeparam name="TResponse">What the one handler of this message answers.</typeparam>
public interface IRequest<TResponse> : IMessage;
