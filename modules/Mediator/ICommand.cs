namespace Mediator;

/// <summary>A message that changes state.</summary>
/// <typeparam name="TResponse">What the one handler of this message answers.</typeparam>
public interface ICommand<TResponse> : IMessage;
