/** What the server sends of an answer. */
export interface FinalAnswer {
  readonly outcome: string;
  readonly link: string;
  readonly html: string;
}

export interface AnswerListener {
  /** Again each time another claim is proven: all there is so far. */
  readonly onClaims: (html: string) => void;
  readonly onAnswer: (answer: FinalAnswer) => void;
  /** After the answer: what can be asked next. */
  readonly onNext: (html: string) => void;
  /** The connection broke; it is made again by itself, and the question asked again. */
  readonly onLost: (explanation: string) => void;
  readonly onProblem: (explanation: string) => void;
}

const LOST = '连接断了，正在重新连接……';
const GIVEN_UP = '连接断了，没有收到答案。请稍后再问一次。';
/** A browser waits some seconds each time: as long as a server takes to start again, and a little more. */
const MOST_LOST = 8;

// Our own server wrote them.
const dataOf = <Data>({ data }: MessageEvent<string>): Data => JSON.parse(data) as Data;

/** Asks, and listens until the answer is whole. Closing it tells the server that nobody waits any more. */
export function streamAnswer(query: URLSearchParams, listener: AnswerListener): EventSource {
  const source = new EventSource(`/ask/stream?${query}`);
  const hear = (name: string, tell: (event: MessageEvent<string>) => void): void => {
    source.addEventListener(name, (event) => {
      if (event instanceof MessageEvent) tell(event);
    });
  };
  const end = (): void => source.close();
  let isAnswered = false;
  hear('claims', (event) => listener.onClaims(dataOf(event)));
  hear('answer', (event) => {
    isAnswered = true;
    listener.onAnswer(dataOf(event));
  });
  hear('next', (event) => {
    end();
    listener.onNext(dataOf(event));
  });
  const fail = (explanation: string): void => {
    end();
    if (!isAnswered) listener.onProblem(explanation);
  };
  hear('problem', (event) => fail(dataOf(event)));
  let lost = 0;
  source.onerror = () => {
    lost += 1;
    // Closed: the server is there and does not answer.
    if (isAnswered || source.readyState === EventSource.CLOSED || lost > MOST_LOST) fail(GIVEN_UP);
    else listener.onLost(LOST);
  };
  return source;
}
