"""Vietnamese syllables that carry grammar rather than matter, for peers that ask for a stop list."""

from __future__ import annotations

from summarizer.text.wordlist import words

VIETNAMESE = words(
    """
    ai anh bà bị bởi các cái cả càng chỉ chị chiếc cho chưa chứ có con còn cũng của cùng cứ đã đang đây để đến đều
    đi đó được do dù gì hay hơn họ khi không là lại lên luôn mà mình một mỗi nào này nên nếu ngay người nhưng như
    những nhiều nó nơi ở ông phải qua quá ra rằng rất rồi sau sẽ tại theo thì tới trên trong trước từ từng và vào
    vẫn về vì việc với vừa xuống
    """
)
